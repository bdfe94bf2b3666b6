import { describe, expect, test } from "vitest";
import type { Backend, Resident, SliceGrid } from "../../../../lib/src/compute/index.js";
import { collected, readOut, rotationOf, spectrumOf, wholeDot } from "./slice-truth.js";
import { distance, noise, norm, put, take } from "./truth.js";

/** Sums of eight products in float32, and places good to 2^-22 of a sample. */
const tolerance = 1e-6;

/** Directions that are none of the grid's, those that are, and one in which x is exactly 0 all over the slice. */
const rotations = Float32Array.from(
  [
    [0, 0, 0],
    [25, 70, -130],
    [90, 90, 0],
    [-161, 12, 88],
    [0, 90, 0],
    [33, 147, 5],
    [120, 55, 200],
  ].flatMap(([rot, tilt, psi]) => rotationOf(rot!, tilt!, psi!)),
);
const axesOfX = Float32Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0);
const poses = Float32Array.from([...rotations, ...axesOfX]);
const count = poses.length / 9;

/** Box of the images, side of the grid, radius: even and odd boxes, no padding, and grids whose bricks don't fit. */
const sizes = [
  [8, 16, 4],
  [7, 14, 3.5],
  [9, 20, 3],
  [12, 12, 6],
  [1, 2, 0.5],
] as const;

/** Slices are read and added as their definition says. */
export function slicesContract(backend: () => Backend): void {
  describe.each(sizes)("boxes of %i in a grid of %i within %f", (n, padded, radiusPx) => {
    const width = Math.floor(n / 2) + 1;
    const samples = padded * padded * (padded / 2 + 1);
    const job = (grid: SliceGrid) => ({ grid, rotations: poses, boxSizePx: n, radiusPx });

    test("a grid gives back what it was filled with", async () => {
      const numbers = noise(2 * samples);
      const [spectrum, back] = [put(backend(), numbers), backend().allocate(2 * samples, "spectrum")];
      const grid = backend().sliceGrid({ paddedSizePx: padded, use: "gather" });
      await backend().fillGrid(grid, spectrum);
      await backend().emptyGrid(grid, back);
      const inside = await take(backend(), back);
      const atEdge = (at: number): boolean => [0, padded / 2].includes(Math.floor(at / 2) % (padded / 2 + 1));
      expect(inside.every((number, at) => atEdge(at) || number === numbers[at])).toBe(true);
      backend().release(spectrum, back, grid.numbers);
    });

    test("reading is interpolation in the whole spectrum", async () => {
      const spectrum = spectrumOf(padded, 5);
      const grid = backend().sliceGrid({ paddedSizePx: padded, use: "gather" });
      const from = put(backend(), spectrum.half);
      await backend().fillGrid(grid, from);
      const to = put(backend(), new Float32Array(2 * count * n * width).fill(9));
      await backend().gatherSlices({ ...job(grid), to });
      const wanted = readOut(spectrum.whole, padded, poses, n, radiusPx);
      expect(distance(await take(backend(), to), wanted)).toBeLessThan(tolerance);
      backend().release(from, to, grid.numbers);
    });

    test.each(["counted", "weighted"])("adding, %s, is sharing out in the whole spectrum", async (how) => {
      const slices = noise(2 * count * n * width, 3);
      const weights = how === "weighted" ? noise(count * n * width, 4) : undefined;
      const added = await addTwice(backend(), slices, weights);
      const wanted = collected(slices, weights, padded, poses, n, radiusPx);
      const twice = (numbers: Float64Array): Float64Array => numbers.map((number) => 2 * number);
      expect(distance(added.spectrum, twice(wanted.spectrum))).toBeLessThan(tolerance);
      expect(distance(added.weights, twice(wanted.weights))).toBeLessThan(tolerance);
    });

    test("adding is the adjoint of reading", async () => {
      const spectrum = spectrumOf(padded, 6).half;
      const slices = noise(2 * count * n * width, 7);
      const readFrom = backend().sliceGrid({ paddedSizePx: padded, use: "gather" });
      const [from, to] = [put(backend(), spectrum), backend().allocate(slices.length, "slices")];
      await backend().fillGrid(readFrom, from);
      await backend().gatherSlices({ ...job(readFrom), to });
      const read = wholeDot(await take(backend(), to), slices, n);
      const added = wholeDot(spectrum, (await addTwice(backend(), slices)).spectrum, padded) / 2;
      expect(Math.abs(read - added)).toBeLessThan(1e-5 * (Math.abs(read) + norm(spectrum)));
      backend().release(from, to, readFrom.numbers);
    });

    test("adding gives the same bytes every time", async () => {
      const slices = noise(2 * count * n * width, 3);
      const [first, second] = [await addTwice(backend(), slices), await addTwice(backend(), slices)];
      expect(first.spectrum).toEqual(second.spectrum);
      expect(first.weights).toEqual(second.weights);
    });

    /** Slices added to a grid in two jobs. */
    async function addTwice(on: Backend, slices: Float32Array, weights?: Float32Array) {
      const grid = on.sliceGrid({ paddedSizePx: padded, use: "insert" });
      const [from, counts] = [put(on, slices), weights === undefined ? undefined : put(on, weights)];
      const added = { ...job(grid), slices: from, ...(counts === undefined ? {} : { weights: counts }) };
      await on.insertSlices(added);
      await on.insertSlices(added);
      const [spectrum, total]: Resident[] = [
        on.allocate(2 * samples, "sums"),
        on.allocate(samples, "weights"),
      ];
      await on.emptyGrid(grid, spectrum!, total);
      const result = { spectrum: await take(on, spectrum!), weights: await take(on, total!) };
      on.release(from, counts, spectrum, total, grid.numbers);
      return result;
    }
  });

  test("a grid of an odd side, and slices for a grid of the other use, are refused", async () => {
    expect(() => backend().sliceGrid({ paddedSizePx: 15, use: "gather" })).toThrow(/even/);
    const grid = backend().sliceGrid({ paddedSizePx: 16, use: "insert" });
    const to = backend().allocate(2 * 8 * 5, "slice");
    const job = { grid, rotations: poses.slice(0, 9), boxSizePx: 8, radiusPx: 4, to };
    await expect(backend().gatherSlices(job)).rejects.toThrow(/use/);
    backend().release(to, grid.numbers);
  });
}
