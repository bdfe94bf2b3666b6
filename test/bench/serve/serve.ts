import { createInterface } from "node:readline";

/** float32 numbers made or summed at once: the memory that is measured should be that of the work. */
const block = 1 << 18;

/** Value `i` of the noise that all engines work on, in [-0.5, 0.5). */
export function noise(i: number): number {
  let bits = Math.imul(i, 0x9e3779b1);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x85ebca77);
  bits ^= bits >>> 13;
  return (bits >>> 0) / 4294967296 - 0.5;
}

/** float32 noise, from value `first` on. */
export function noiseArray(count: number, first = 0): Float32Array {
  const numbers = new Float32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = noise(first + i);
  return numbers;
}

/** Hands noise on, block by block. */
export function noiseBlocks(count: number, take: (numbers: Float32Array, at: number) => void): void {
  for (let at = 0; at < count; at += block) take(noiseArray(Math.min(block, count - at), at), at);
}

/** Product of a result with the noise: engines that do the same work agree on it. */
export function checkOf(result: Float32Array, first = 0): number {
  let sum = 0;
  for (let i = 0; i < result.length; i++) sum += result[i]! * Math.fround(noise(first + i));
  return sum;
}

/** The same of a result that is read block by block. */
export async function checkOfBlocks(
  count: number,
  read: (into: Float32Array, at: number) => Promise<Float32Array>,
): Promise<number> {
  let sum = 0;
  for (let at = 0; at < count; at += block)
    sum += checkOf(await read(new Float32Array(Math.min(block, count - at)), at), at);
  return sum;
}

/** Says that the work is ready, then answers each line of standard input, a number of calls, by their mean milliseconds. */
export async function serve(check: number, work: () => Promise<unknown>): Promise<void> {
  say({ ready: "vitrine", check });
  for await (const line of createInterface(process.stdin)) {
    const calls = Number(line);
    const start = performance.now();
    for (let call = 0; call < calls; call++) await work();
    say({ ms: (performance.now() - start) / calls });
  }
}

function say(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
