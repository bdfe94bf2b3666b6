import { describe, expect, test } from "vitest";
import { contrastLimits, percentiles, valueAtPercent } from "../../../widgets/src/draw/index.js";
import { seeded } from "../../../lib/src/core/index.js";

/** One 4096th of the range is a bin; interpolation inside it is right to the same. */
const binFraction = 1 / 4096;

describe("percentiles", () => {
  test.each([1, 2, 7, 101, 10007])("of %i values agree with sorting", (n) => {
    const random = seeded(n);
    const values = Float32Array.from({ length: n }, () => random.normal() ** 3);
    const sorted = Float64Array.from(values).sort();
    const table = percentiles(values);
    const range = sorted[n - 1]! - sorted[0]!;
    expect(table).toHaveLength(101);
    expect(table[0]).toBe(sorted[0]);
    expect(table[100]).toBe(sorted[n - 1]);
    for (let p = 1; p < 100; p++) {
      expect(table[p]!).toBeGreaterThanOrEqual(table[p - 1]!);
      // At least p % of the values are no greater than percentile p, but for one bin.
      const below = sorted.filter((value) => value <= table[p]! + binFraction * range).length;
      expect(below / n).toBeGreaterThanOrEqual(p / 100 - 1e-9);
    }
  });

  test("leave out what is not finite, and read a view in the middle of its buffer", () => {
    const holder = new Float32Array([9, 9, 1, Number.NaN, 2, Number.NEGATIVE_INFINITY, 3, 9]);
    const table = percentiles(holder.subarray(2, 7));
    expect([table[0], table[100]]).toEqual([1, 3]);
  });

  test("of a flat picture are its value; of nothing, NaN", () => {
    expect([...percentiles(new Float32Array(5).fill(4))]).toEqual(Array(101).fill(4));
    expect(percentiles(new Float32Array(0))[50]).toBeNaN();
    expect(percentiles([Number.NaN])[0]).toBeNaN();
  });
});

describe("limits of contrast", () => {
  const table = Array.from({ length: 101 }, (_, i) => 10 * i);
  test("are interpolated between percentiles and clamped to 0 and 100", () => {
    expect(valueAtPercent(table, 99.5)).toBeCloseTo(995, 9);
    expect(valueAtPercent(table, -3)).toBe(0);
    expect(valueAtPercent(table, 300)).toBe(1000);
    expect(contrastLimits(table, [1, 99.5])).toEqual([10, 995]);
  });
  test("are never equal", () => {
    const [low, high] = contrastLimits(Array(101).fill(0), [0, 100]);
    expect(high).toBeGreaterThan(low);
    expect(contrastLimits(Array(101).fill(Number.NaN), [0, 100])).toEqual([0, 1]);
  });
});
