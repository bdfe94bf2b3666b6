import { rotationFromQuaternion } from "vitrine";
import { wasmBackend } from "vitrine/compute";
import type { Backend, Resident, SliceGrid } from "vitrine/compute";
import { checkOfBlocks, noise, noiseBlocks, serve } from "../serve/serve.js";

/*
 * Our central slices, read out of a grid or added to it with weights.
 *
 * ours.js gather|scatter THREADS PADDED BOX RADIUS SLICES
 */
const [way, ...numbers] = process.argv.slice(2);
const [threads, paddedSizePx, boxSizePx, radiusPx, slices] = numbers.map(Number) as [
  number,
  number,
  number,
  number,
  number,
];
const count = slices * boxSizePx * (Math.floor(boxSizePx / 2) + 1);
const wide = paddedSizePx / 2 + 1;
const samples = paddedSizePx * paddedSizePx * wide;
const rotations = Float32Array.from(
  Array.from({ length: slices }, (_, i) =>
    rotationFromQuaternion(
      [0, 1, 2, 3].map((k) => Math.fround(noise(4 * i + k))) as [number, number, number, number],
    ),
  ).flat(),
);

const backend = await wasmBackend({ threads });
await (way === "gather" ? serveGather() : serveScatter());

async function serveGather(): Promise<void> {
  const grid = backend.sliceGrid({ paddedSizePx, use: "gather" });
  await fillWithNoise(backend, grid);
  const to = backend.allocate(2 * count, "slices");
  const gather = (): Promise<void> => backend.gatherSlices({ grid, rotations, boxSizePx, radiusPx, to });
  await gather();
  await serve(await checkOfBlocks(2 * count, (into, at) => backend.read(to, into, at)), gather);
}

async function serveScatter(): Promise<void> {
  const grid = backend.sliceGrid({ paddedSizePx, use: "insert" });
  const inserted = backend.allocate(2 * count, "slices");
  const weights = backend.allocate(count, "weights of the slices");
  noiseBlocks(2 * count, (block, at) => backend.write(inserted, block, at));
  noiseBlocks(count, (block, at) =>
    backend.write(
      weights,
      block.map((value) => 1 + value),
      at,
    ),
  );
  const insert = (): Promise<void> =>
    backend.insertSlices({ grid, rotations, boxSizePx, radiusPx, slices: inserted, weights });
  await insert();
  await serve(await checkOfGrid(backend, grid), insert);
}

/** Noise, but for 0 in the plane x = 0, where Friedel's law ties samples. */
async function fillWithNoise(backend: Backend, grid: SliceGrid): Promise<void> {
  const spectrum = backend.allocate(2 * samples, "spectrum");
  noiseBlocks(2 * samples, (block, at) => {
    for (let i = 0; i < block.length; i++) if (isFirstColumn((at + i) >> 1)) block[i] = 0;
    backend.write(spectrum, block, at);
  });
  await backend.fillGrid(grid, spectrum);
  backend.release(spectrum);
}

/** Of sums and weights both, but for the plane x = 0. */
async function checkOfGrid(backend: Backend, grid: SliceGrid): Promise<number> {
  const sums = backend.allocate(2 * samples, "sums");
  const weights = backend.allocate(samples, "weights");
  await backend.emptyGrid(grid, sums, weights);
  const ofSums = await checkOfBlocks(2 * samples, (into, at) => readBeyondFirst(backend, sums, into, at, 1));
  const ofWeights = await checkOfBlocks(samples, (into, at) =>
    readBeyondFirst(backend, weights, into, at, 0),
  );
  backend.release(sums, weights);
  return ofSums + ofWeights;
}

async function readBeyondFirst(
  backend: Backend,
  from: Resident,
  into: Float32Array,
  at: number,
  complexShift: number,
): Promise<Float32Array> {
  await backend.read(from, into, at);
  for (let i = 0; i < into.length; i++) if (isFirstColumn((at + i) >> complexShift)) into[i] = 0;
  return into;
}

function isFirstColumn(sample: number): boolean {
  return sample % wide === 0;
}
