import { describe, expect, test } from "vitest";
import { linearLeastSquares } from "../../../../lib/src/math/fitting/index.js";
import golden from "../../../golden/math-b/fits.json" with { type: "json" };
import { hilbert } from "../linear/matrices.js";
import { dot, noise, relativeError } from "../numbers.js";

/** A well-conditioned design: some tens of roundings. */
const rounding = 1e-12;

describe("linear least squares", () => {
  const { rows, columns, design, observed, weights, fits } = golden.line;

  test.each(fits)(
    "numpy's parameters and covariance, weighted, ridge $ridge",
    ({ ridge, parameters, covariance }) => {
      const fit = linearLeastSquares(Float64Array.from(design), [rows, columns], observed, {
        weights,
        ridge,
      });
      expect(relativeError(fit.parameters, parameters)).toBeLessThan(rounding);
      expect(relativeError(fit.covariance, covariance)).toBeLessThan(rounding);
      expect([fit.rank, fit.degreesOfFreedom, fit.ridge]).toEqual([4, 11, ridge]);
    },
  );

  test("residuals stand at right angles to the design", () => {
    const [some, seen] = [noise(30 * 5), noise(30, 2)];
    const { residuals, sumOfSquares } = linearLeastSquares(some, [30, 5], seen);
    for (let j = 0; j < 5; j++) {
      const column = Float64Array.from({ length: 30 }, (_, i) => some[5 * i + j]!);
      expect(Math.abs(dot(column, residuals))).toBeLessThan(rounding);
    }
    expect(sumOfSquares).toBeCloseTo(dot(residuals, residuals), 12);
  });

  test("a design that can't tell its parameters apart gives the shortest solution and its rank", () => {
    const fit = linearLeastSquares(Float64Array.of(1, 1, 2, 2, 3, 3), [3, 2], [2, 4, 6]);
    expect(fit.rank).toBe(1);
    expect(relativeError(fit.parameters, [1, 1])).toBeLessThan(rounding);
    expect(Array.from(linearLeastSquares(new Float64Array(4), [2, 2], [1, 2]).parameters)).toEqual([0, 0]);
  });

  test("Hilbert's matrix of 8 rows: the fit is good though the parameters lose digits", () => {
    const seen = Float64Array.from({ length: 8 }, (_, i) =>
      hilbert(8)
        .slice(8 * i, 8 * i + 8)
        .reduce((a, b) => a + b),
    );
    const { parameters, residuals } = linearLeastSquares(hilbert(8), [8, 8], seen);
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-13);
    // its condition is 1.5e10
    expect(relativeError(parameters, new Float64Array(8).fill(1))).toBeLessThan(1e-5);
  });

  test("weight 0 leaves an observation out, and with none to spare there is no covariance", () => {
    const line = Float64Array.of(1, 0, 1, 1, 1, 2);
    const { parameters } = linearLeastSquares(line, [3, 2], [1, 3, 77], { weights: [1, 1, 0] });
    expect(relativeError(parameters, [1, 2])).toBeLessThan(rounding);
    expect(linearLeastSquares(line.subarray(0, 4), [2, 2], [1, 3]).covariance.every(Number.isNaN)).toBe(true);
  });

  test("what doesn't fit is refused by name", () => {
    const line = Float64Array.of(1, 0, 1, 1);
    expect(() => linearLeastSquares(line, [2, 2], [1])).toThrow("observed: got 1");
    expect(() => linearLeastSquares(line, [2, 2], [1, Number.NaN])).toThrow("observed: got NaN");
    expect(() => linearLeastSquares(line, [2, 2], [1, 2], { weights: [1, -1] })).toThrow("weight: got -1");
    expect(() => linearLeastSquares(line, [2, 2], [1, 2], { ridge: -1 })).toThrow("ridge: got -1");
    expect(() => linearLeastSquares(line, [3, 2], [1, 2, 3])).toThrow("wanted 6");
  });
});
