import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsBackend, wasmBackend } from "vitrine/compute";
import type { Backend, OwnBackend } from "vitrine/compute";
import { randomRotation } from "vitrine/math";
import { seeded } from "vitrine";
import { distance, noise, put, take } from "../../contract/truth.js";

/** Sums of float32 in another order, and places good to 1e-7 of a sample. */
const tolerance = 1e-6;
/** Enough slices for several slabs and several steps; an odd box whose rows don't fill whole vectors, in a grid that bricks don't fill. */
const job = { boxSizePx: 45, radiusPx: 21.7 } as const;
const paddedSizePx = 90;
const count = 150;
const coefficients = count * 45 * 23;
const rotations = Float32Array.from(
  Array.from({ length: count }, (_, i) => [...randomRotation(seeded(5).item(i))]).flat(),
);

const backends: OwnBackend[] = [];
let [alone, three] = [jsBackend(), jsBackend()];
beforeAll(async () => {
  backends.push(await wasmBackend({ threads: 0 }), await wasmBackend({ threads: 3 }));
  [alone, three] = backends as [OwnBackend, OwnBackend];
});
afterAll(() => backends.forEach((backend) => backend.stop()));

async function gathered(backend: Backend): Promise<Float32Array> {
  const spectrum = put(backend, noise(2 * paddedSizePx ** 2 * 46, 1));
  const grid = backend.sliceGrid({ paddedSizePx, use: "gather" });
  const to = put(backend, noise(2 * coefficients, 2));
  await backend.fillGrid(grid, spectrum);
  await backend.gatherSlices({ ...job, grid, rotations, to });
  const slices = await take(backend, to);
  backend.release(spectrum, grid.numbers, to);
  return slices;
}

async function inserted(backend: Backend): Promise<{ spectrum: Float32Array; weights: Float32Array }> {
  const grid = backend.sliceGrid({ paddedSizePx, use: "insert" });
  const slices = put(backend, noise(2 * coefficients, 3));
  const counts = put(backend, noise(coefficients, 4));
  await backend.insertSlices({ ...job, grid, rotations, slices, weights: counts });
  const spectrum = backend.allocate(2 * paddedSizePx ** 2 * 46, "spectrum");
  const weights = backend.allocate(paddedSizePx ** 2 * 46, "weights");
  await backend.emptyGrid(grid, spectrum, weights);
  const result = { spectrum: await take(backend, spectrum), weights: await take(backend, weights) };
  backend.release(grid.numbers, slices, counts, spectrum, weights);
  return result;
}

describe("many slices, slab by slab", () => {
  test("are read as the plain backend reads them, with the same bytes on any number of threads", async () => {
    const slices = await gathered(alone);
    expect(distance(slices, await gathered(jsBackend()))).toBeLessThan(tolerance);
    expect(await gathered(three)).toEqual(slices);
  });

  test("are added as the plain backend adds them, with the same bytes on any number of threads", async () => {
    const [ours, plain] = [await inserted(alone), await inserted(jsBackend())];
    expect(distance(ours.spectrum, plain.spectrum)).toBeLessThan(tolerance);
    expect(distance(ours.weights, plain.weights)).toBeLessThan(tolerance);
    expect(await inserted(three)).toEqual(ours);
  });

  test("leave twice as much weight in the whole spectrum as there are coefficients", async () => {
    const grid = alone.sliceGrid({ paddedSizePx, use: "insert" });
    const slices = put(alone, new Float32Array(2 * coefficients));
    await alone.insertSlices({ ...job, grid, rotations, slices });
    const spectrum = alone.allocate(2 * paddedSizePx ** 2 * 46, "spectrum");
    const weights = alone.allocate(paddedSizePx ** 2 * 46, "weights");
    await alone.emptyGrid(grid, spectrum, weights);
    const total = (await take(alone, weights)).reduce(
      (sum, weight, at) => sum + ([0, 45].includes(at % 46) ? 1 : 2) * weight,
      0,
    );
    let inside = 0;
    for (let u = -22; u <= 22; u++) {
      for (let v = -22; v <= 22; v++) if (u * u + v * v < job.radiusPx ** 2) inside++;
    }
    expect(total / (count * inside)).toBeCloseTo(1, 5);
    alone.release(grid.numbers, slices, spectrum, weights);
  });
});
