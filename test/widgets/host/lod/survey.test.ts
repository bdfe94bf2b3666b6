import { describe, expect, test } from "vitest";
import { halfMaps, seeded, statistics, volume } from "vitrine";
import { densityOf, meanDensity } from "../../../../widgets/src/host/lod/density.js";
import { atPercentile, survey } from "../../../../widgets/src/host/lod/survey.js";

const map = (data: Float32Array, shape: readonly [number, number, number]) =>
  densityOf(volume(data, { shape, voxelSizeA: 1 }));
const noise = (count: number, seed: number, mean = 0): Float32Array => {
  const random = seeded(seed);
  return Float32Array.from({ length: count }, () => mean + random.normal());
};
/** Sums in another order in float64: relative to sd. */
const momentTolerance = 1e-9;

describe("survey", () => {
  test.each([
    [1, 1, 1, 0],
    [3, 5, 7, 0],
    [64, 64, 65, 0], // more than one block
    [3, 5, 7, 1e6], // a large offset
  ])("moments are those of statistics, %i x %i x %i about %d", async (nz, ny, nx, mean) => {
    const whole = noise(nz * ny * nx + 3, 1, mean);
    const data = whole.subarray(3); // a view that starts within its buffer
    const { statistics: got } = await survey(map(data, [nz, ny, nx]));
    const wanted = statistics(data);
    expect([got.count, got.notFinite, got.min, got.max]).toEqual([wanted.count, 0, wanted.min, wanted.max]);
    expect(Math.abs(got.mean - wanted.mean)).toBeLessThan(momentTolerance * Math.max(1, Math.abs(mean)));
    expect(Math.abs(got.sd - wanted.sd)).toBeLessThan(momentTolerance);
  });

  test("falling and rising data have both extremes", async () => {
    for (const data of [Float32Array.of(3, 2, 1), Float32Array.of(1, 2, 3)]) {
      const { statistics: s, percentiles } = await survey(map(data, [1, 1, 3]));
      expect([s.min, s.max, percentiles[0], percentiles[50], percentiles[100]]).toEqual([1, 3, 1, 2, 3]);
    }
  });

  test("small data have exact percentiles, linear between order statistics", async () => {
    const data = Float32Array.from({ length: 11 }, (_, i) => (i * 7) % 11);
    const { percentiles } = await survey(map(data, [1, 1, 11]));
    expect(percentiles).toHaveLength(101);
    percentiles.forEach((value, percent) => expect(value).toBeCloseTo(percent / 10, 6));
  });

  test("large data have percentiles of the normal law within 5 standard errors", async () => {
    const { percentiles } = await survey(map(noise(128 ** 3, 2), [128, 128, 128]));
    // quantiles of the standard normal; error sqrt(p (1 - p) / n) / density, n = 2^17
    const known = { 1: -2.32635, 16: -0.99446, 50: 0, 84: 0.99446, 99: 2.32635 };
    for (const [percent, value] of Object.entries(known)) {
      const p = Number(percent) / 100;
      const density = Math.exp(-value * value * 0.5) / Math.sqrt(2 * Math.PI);
      const error = Math.sqrt((p * (1 - p)) / 2 ** 17) / density;
      expect(Math.abs(percentiles[Number(percent)]! - value)).toBeLessThan(5 * error);
    }
    expect(percentiles.every((value, i) => i === 0 || value >= percentiles[i - 1]!)).toBe(true);
  });

  test("what is not finite is left out and counted; nothing finite gives zeros", async () => {
    const data = Float32Array.of(Number.NaN, 2, Number.NEGATIVE_INFINITY, 4);
    const { statistics: s, percentiles } = await survey(map(data, [1, 2, 2]));
    expect([s.count, s.notFinite, s.min, s.max, s.mean, s.sd]).toEqual([2, 2, 2, 4, 3, 1]);
    expect(percentiles[50]).toBe(3);
    const none = await survey(map(new Float32Array(8).fill(Number.NaN), [2, 2, 2]));
    expect(none.statistics.count).toBe(0);
    expect(none.percentiles).toEqual(new Array<number>(101).fill(0));
  });

  test("the mean of half maps is surveyed without a copy", async () => {
    const [a, b] = [noise(105, 3), noise(105, 4)].map((data) =>
      volume(data, { shape: [3, 5, 7], voxelSizeA: 1 }),
    );
    const { statistics: got } = await survey(meanDensity(halfMaps(a!, b!)));
    const wanted = statistics(a!.data.map((value, i) => (value + b!.data[i]!) / 2));
    expect(got.min).toBe(wanted.min);
    expect(got.mean).toBeCloseTo(wanted.mean, 6);
  });

  test("percentiles between whole ones are linear", () => {
    const percentiles = Array.from({ length: 101 }, (_, i) => i * i);
    expect(atPercentile(percentiles, 2.5)).toBe(6.5);
    expect(atPercentile(percentiles, 100)).toBe(10000);
    expect(atPercentile(percentiles, 0)).toBe(0);
  });
});
