import type { Engine } from "./engine.js";

/** Puts numbers into the kernels' memory for as long as `work` takes. */
export async function withNumbers(
  engine: Engine,
  numbers: Float32Array,
  what: string,
  work: (pointer: number) => Promise<void>,
): Promise<void> {
  const pointer = engine.allocate(numbers.byteLength, what);
  try {
    engine.floats(pointer, numbers.length).set(numbers);
    await work(pointer);
  } finally {
    engine.free(pointer);
  }
}
