import { describe, expect, test } from "vitest";
import { resolutionAt } from "vitrine";
import { shellCorrelationOf } from "vitrine/model";

/** An FSC of a box of 100 Å: shell i lies at i / 100 per Å. */
const fscOf = (...correlation: number[]) =>
  shellCorrelationOf({
    dimensions: 3,
    spatialFrequencyInvA: Float64Array.from(correlation, (_, shell) => shell / 100),
    correlation: Float64Array.from(correlation),
    coefficients: Float64Array.from(correlation, (_, shell) => 2 * Math.PI * shell * shell + 0.5),
    boxSizePx: 50,
    voxelSizeA: 2,
  });

describe("K9: resolution at a threshold", () => {
  test("lies on the straight line between the shells around it", () => {
    // from 0.6 in shell 2 to 0.2 in shell 3: 0.5 at shell 2.25
    expect(resolutionAt(fscOf(1, 0.9, 0.6, 0.2, 0), { threshold: 0.5 })).toBeCloseTo(100 / 2.25, 10);
    expect(resolutionAt(fscOf(1, 0.9, 0.6, 0.2, 0), { threshold: "0.5" })).toBeCloseTo(100 / 2.25, 10);
  });

  test("a shell exactly on the threshold has not fallen below", () => {
    expect(resolutionAt(fscOf(1, 0.9, 0.5, 0.1), { threshold: 0.5 })).toBeCloseTo(50, 10);
  });

  test("is where it FIRST falls below, though it rises again", () => {
    expect(resolutionAt(fscOf(1, 0.9, 0.1, 0.9, 0.1), { threshold: 0.5 })).toBeCloseTo(100 / 1.5, 10);
  });

  test("is not defined where it never falls", () => {
    expect(resolutionAt(fscOf(1, 0.9, 0.8), { threshold: 0.5 })).toBeUndefined();
  });

  test("shell 0 is not looked at; below in shell 1 means the length of the box", () => {
    expect(resolutionAt(fscOf(-1, 0.9, 0.1), { threshold: 0.5 })).toBeCloseTo(100 / 1.5, 10);
    expect(resolutionAt(fscOf(1, 0.1, 0.9), { threshold: 0.5 })).toBeCloseTo(100, 10);
  });

  test("shells without power are passed over", () => {
    expect(resolutionAt(fscOf(1, 0.9, NaN, 0.1), { threshold: 0.5 })).toBeCloseTo(50, 10);
    expect(resolutionAt(fscOf(NaN, 0.9, 0.9, NaN), { threshold: 0.5 })).toBeUndefined();
  });

  test("a threshold that varies crosses where the difference does", () => {
    const fsc = fscOf(1, 0.9, 0.7, 0.1);
    const half = resolutionAt(fsc, { threshold: "half-bit" })!;
    const at = (n: number): number => (0.2071 + 1.9102 / Math.sqrt(n)) / (1.2071 + 0.9102 / Math.sqrt(n));
    const [before, after] = [0.7 - at(2 * fsc.coefficients[2]!), 0.1 - at(2 * fsc.coefficients[3]!)];
    expect(half).toBeCloseTo(100 / (2 + before / (before - after)), 2);
  });

  test("a threshold outside 0 to 1 is refused", () => {
    expect(() => resolutionAt(fscOf(1, 0.5), { threshold: 1.5 })).toThrow("threshold: got 1.5");
  });
});
