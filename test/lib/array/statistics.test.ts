import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statistics } from "../../../lib/src/array/index.js";

/** Sums of n float64 terms: the error grows at most with n, and n is below 200 here. */
const relative = 200 * Number.EPSILON;

describe("moments", () => {
  test("of one to six are those one computes by hand", () => {
    const s = statistics(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(s).toMatchObject({ count: 6, notFinite: 0, min: 1, max: 6, mean: 3.5 });
    expect(s.sd).toBeCloseTo(Math.sqrt(35 / 12), 12);
  });

  test("of one value have no spread", () => {
    expect(statistics(Float32Array.of(7))).toEqual({
      count: 1,
      notFinite: 0,
      min: 7,
      max: 7,
      mean: 7,
      sd: 0,
    });
  });

  test("shift with the data and scale with them", () => {
    const values = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 100 }), values, (data, shift) => {
        const before = statistics(Float64Array.from(data));
        const after = statistics(Float64Array.from(data, (x) => 2 * x + shift));
        expect(Math.abs(after.mean - (2 * before.mean + shift))).toBeLessThan(relative * 1e4);
        expect(Math.abs(after.sd - 2 * before.sd)).toBeLessThan(relative * 1e4);
      }),
    );
  });

  test("lose no digits to a large offset", () => {
    const data = Float64Array.from({ length: 1000 }, (_, i) => 1e9 + (i % 2));
    expect(statistics(data).sd).toBeCloseTo(0.5, 9);
  });

  test("are summed in double precision: ten million ones have the mean one", () => {
    expect(statistics(new Float32Array(2 ** 25).fill(1)).mean).toBe(1);
  });

  test("leave out and count what is not finite", () => {
    const data = Float32Array.of(1, Number.NaN, 3, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    expect(statistics(data)).toEqual({ count: 2, notFinite: 3, min: 1, max: 3, mean: 2, sd: 1 });
  });

  test.each([[new Float32Array(0)], [Float32Array.of(Number.NaN, Number.NaN)]])(
    "of nothing (%s) are not numbers",
    (data) => {
      const s = statistics(data);
      expect(s.count).toBe(0);
      expect(s.notFinite).toBe(data.length);
      expect([s.min, s.max, s.mean, s.sd].every(Number.isNaN)).toBe(true);
    },
  );

  test("see only their part of a longer buffer", () => {
    const buffer = Float32Array.of(100, 1, 2, 3, 100).buffer;
    expect(statistics(new Float32Array(buffer, 4, 3))).toMatchObject({ count: 3, min: 1, max: 3, mean: 2 });
  });
});
