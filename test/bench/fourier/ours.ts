import { fft, rfft } from "vitrine";
import { wasmBackend } from "vitrine/compute";
import { checkOf, checkOfBlocks, noiseArray, noiseBlocks, serve } from "../serve/serve.js";

/*
 * Our forward transforms.
 *
 * ours.js resident|call real|complex THREADS BATCH SIZE ...
 */
const [way, kind, ...numbers] = process.argv.slice(2);
const [threads, batch, ...shape] = numbers.map(Number) as [number, number, ...number[]];
const elements = shape.reduce((product, side) => product * side, batch);
const stored = (elements / shape.at(-1)!) * (Math.floor(shape.at(-1)! / 2) + 1);

await (way === "resident" ? serveResident() : serveCall());

async function serveResident(): Promise<void> {
  const backend = await wasmBackend({ threads });
  const fromLength = kind === "real" ? elements : 2 * elements;
  const toLength = 2 * (kind === "real" ? stored : elements);
  const from = backend.allocate(fromLength, "input");
  const to = backend.allocate(toLength, "transform");
  noiseBlocks(fromLength, (block, at) => backend.write(from, block, at));
  const transform = (): Promise<void> =>
    backend.fourier({ kind: kind === "real" ? "real-to-half" : "forward", shape, batch, from, to, scale: 1 });
  await transform();
  await serve(await checkOfBlocks(toLength, (into, at) => backend.read(to, into, at)), transform);
}

async function serveCall(): Promise<void> {
  const data = noiseArray(kind === "real" ? elements : 2 * elements);
  const transform = async (): Promise<Float32Array> =>
    (await (kind === "real" ? rfft(data, shape) : fft(data, shape))).data;
  await serve(checkOf(await transform()), transform);
}
