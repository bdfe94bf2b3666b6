import { describe, expect, test } from "vitest";
import { referenceCorrelation } from "vitrine";

// @figure K9 identities to rounding; half-bit curve matches the published one to 4 digits
describe("K9: identities of the reference correlation", () => {
  test("1/7 of the halves is 1/2 with the truth; 1/3 is sqrt(1/2); 1/2 is sqrt(2/3)", () => {
    expect(referenceCorrelation(1 / 7)).toBe(0.5);
    expect(referenceCorrelation(1 / 3)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(referenceCorrelation(0.5)).toBeCloseTo(Math.sqrt(2 / 3), 15);
    expect(referenceCorrelation(1)).toBe(1);
  });

  test("nothing is predicted from a correlation that is not above 0", () => {
    expect([-1, -0.2, 0, NaN].map(referenceCorrelation)).toEqual([0, 0, 0, NaN]);
  });
});

describe("K1: C_ref of the table's half correlations", () => {
  test.each([
    [0.971, 0.993],
    [0.856, 0.961],
    [0.505, 0.819],
    [0.227, 0.608],
  ])("%f predicts %f", (halves, reference) => {
    // both sides are rounded to three digits, and the slope is at most 1.1
    expect(Math.abs(referenceCorrelation(halves) - reference)).toBeLessThan(0.0011);
  });
});
