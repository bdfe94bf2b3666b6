import { describe, expect, test } from "vitest";
import { pseudoInverse, singularValues } from "../../../../lib/src/math/linear/index.js";
import golden from "../../../golden/math-b/matrices.json" with { type: "json" };
import { noise } from "../numbers.js";
import { hilbert, identity, largestDifference, product, transpose } from "./matrices.js";

/** Roundings of 1e-16, relative to the largest singular value. */
const rounding = 2e-14;
const shapes = [
  [1, 1],
  [5, 1],
  [1, 4],
  [7, 7],
  [13, 4],
  [4, 13],
  [60, 31],
] as const;

describe("singular values", () => {
  test.each(shapes)("vectors and values make up the matrix, %i x %i", (rows, columns) => {
    const matrix = noise(rows * columns);
    const { values, left, right } = singularValues(matrix, [rows, columns]);
    const count = Math.min(rows, columns);
    expect(values.length).toBe(count);
    const stretched = right.map((v, i) => v * values[Math.floor(i / columns)]!);
    const whole = product(transpose(left, [count, rows]), stretched, [rows, count, columns]);
    expect(largestDifference(whole, matrix)).toBeLessThan(rounding * values[0]!);
    for (const [vectors, length] of [
      [left, rows],
      [right, columns],
    ] as const) {
      const angles = product(vectors, transpose(vectors, [count, length]), [count, length, count]);
      expect(largestDifference(angles, identity(count))).toBeLessThan(rounding);
    }
    expect(
      values.every((value, i) => value >= 0 && value <= (values[i - 1] ?? Number.POSITIVE_INFINITY)),
    ).toBe(true);
  });

  test.each(golden.general)("scipy's singular values, $name", ({ rows, columns, matrix, values }) => {
    const found = singularValues(Float64Array.from(matrix), [rows, columns]).values;
    expect(largestDifference(found, values)).toBeLessThan(rounding * values[0]!);
  });

  test("a matrix that is not finite is refused, not searched for ever", () => {
    expect(() => singularValues(Float64Array.of(1, Number.NaN), [1, 2])).toThrow("finite elements");
    expect(() => singularValues(new Float64Array(3), [2, 2])).toThrow("wanted 4");
  });
});

describe("the pseudo-inverse", () => {
  test.each([...shapes, [6, 6]] as const)(
    "meets Penrose's four conditions, %i x %i, of any rank",
    (rows, columns) => {
      const rank = Math.max(1, Math.min(rows, columns) - 2);
      const matrix = product(noise(rows * rank, 1), noise(rank * columns, 2), [rows, rank, columns]);
      const inverse = pseudoInverse(matrix, [rows, columns]);
      const there = product(matrix, inverse, [rows, columns, rows]);
      const back = product(inverse, matrix, [columns, rows, columns]);
      // products of numbers up to some hundred
      const near = 1e-10;
      expect(largestDifference(product(there, matrix, [rows, rows, columns]), matrix)).toBeLessThan(near);
      expect(largestDifference(product(back, inverse, [columns, columns, rows]), inverse)).toBeLessThan(near);
      expect(largestDifference(there, transpose(there, [rows, rows]))).toBeLessThan(near);
      expect(largestDifference(back, transpose(back, [columns, columns]))).toBeLessThan(near);
    },
  );

  test("Hilbert's matrix of 6 rows: its inverse in closed form, to the digits that its condition of 1.5e7 leaves", () => {
    const inverse = pseudoInverse(hilbert(6), [6, 6]);
    expect(Math.abs(inverse[0]! / 36 - 1)).toBeLessThan(1e-8);
    expect(Math.abs(inverse[35]! / 698544 - 1)).toBeLessThan(1e-8);
  });

  test("a tolerance leaves out what is small, and nothing of nothing is nothing", () => {
    expect(Array.from(pseudoInverse(Float64Array.of(1, 0, 0, 1e-3), [2, 2], 0.01))).toEqual([1, 0, 0, 0]);
    expect(Array.from(pseudoInverse(new Float64Array(6), [2, 3]))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
