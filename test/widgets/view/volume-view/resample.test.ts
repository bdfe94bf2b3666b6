import { expect, test } from "vitest";
import { coarseGrid } from "../../../../widgets/src/view/volume-view/resample.js";

/** Sums in single precision over a few hundred elements. */
const tolerance = 1e-4;

test.each([
  [[7, 11, 13], 5],
  [[64, 64, 64], 48],
  [[128, 40, 3], 96],
  [[1, 1, 1], 48],
] as const)("keeps the mean and the place of a map of %j made no larger than %i", (shape, maxSize) => {
  const [nz, ny, nx] = shape;
  const data = Float32Array.from({ length: nz * ny * nx }, (_, i) => 1 + Math.sin(i * 0.37));
  const coarse = coarseGrid({ data, shape, offset: 0, scale: 1, binning: 2 }, maxSize);
  expect(Math.max(...coarse.shape)).toBeLessThanOrEqual(maxSize);
  const mean = (values: Float32Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean(coarse.values) - mean(data))).toBeLessThan(tolerance);
  for (const axis of [0, 1, 2] as const) {
    // The elements cover the map from outer face to outer face.
    expect(coarse.shape[axis] * coarse.step[axis]).toBeCloseTo(shape[axis] * 2, 9);
    expect(coarse.start[axis] - coarse.step[axis] / 2).toBeCloseTo(-0.5, 9);
  }
});

test("a ramp stays a ramp, in density units, from bytes", () => {
  const shape = [1, 1, 12] as const;
  const data = Uint8Array.from({ length: 12 }, (_, x) => 10 * x);
  const { values } = coarseGrid({ data, shape, offset: -1, scale: 0.1, binning: 1 }, 5);
  // Element i covers 2.4 voxels; its mean is the ramp at its middle, up to the steps of the voxels.
  for (const [i, value] of values.entries())
    expect(Math.abs(value - (-1 + 2.4 * i + 0.7))).toBeLessThan(0.25);
});

test("nothing changes where the map is small enough", () => {
  const data = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
  const coarse = coarseGrid({ data, shape: [2, 2, 2], offset: 0, scale: 1, binning: 1 }, 48);
  expect([...coarse.values]).toEqual([...data]);
  expect(coarse.step).toEqual([1, 1, 1]);
  expect(coarse.start).toEqual([0, 0, 0]);
});
