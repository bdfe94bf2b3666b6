import { describe, expect, test } from "vitest";
import { choleskyDecomposition, solvePositiveDefinite } from "../../../../lib/src/math/linear/cholesky.js";
import { matrixOf } from "../../../../lib/src/math/linear/matrix.js";
import { pseudoInverse } from "../../../../lib/src/math/linear/pseudo-inverse.js";
import { qrDecomposition } from "../../../../lib/src/math/linear/qr.js";
import { tridiagonalInto } from "../../../../lib/src/math/linear/tridiagonal.js";
import { startTask } from "vitrine/core";
import { noise } from "../numbers.js";
import {
  hilbert,
  identity,
  largestDifference,
  positiveNoise,
  product,
  symmetricNoise,
  transpose,
} from "./matrices.js";

/** Roundings of 1e-16 in sums of some tens of products of numbers of about 10. */
const rounding = 1e-12;

test.each([
  [1, 1],
  [5, 1],
  [7, 7],
  [40, 12],
] as const)("QR makes up the matrix, %i x %i", (rows, columns) => {
  const matrix = noise(rows * columns);
  const { orthogonal, triangular } = qrDecomposition(matrix, [rows, columns]);
  expect(largestDifference(product(orthogonal, triangular, [rows, columns, columns]), matrix)).toBeLessThan(
    rounding,
  );
  const angles = product(transpose(orthogonal, [rows, columns]), orthogonal, [columns, rows, columns]);
  expect(largestDifference(angles, identity(columns))).toBeLessThan(rounding);
  expect(triangular.every((value, i) => Math.floor(i / columns) <= i % columns || value === 0)).toBe(true);
});

test("QR wants at least as many rows as columns", () => {
  expect(() => qrDecomposition(new Float64Array(6), [2, 3])).toThrow("at least as many rows as columns");
});

describe("Cholesky", () => {
  test.each([1, 2, 7, 30])("makes up the matrix and solves, %i rows", (size) => {
    const matrix = positiveNoise(size);
    const lower = choleskyDecomposition(matrix, size);
    const whole = product(lower, transpose(lower, [size, size]), [size, size, size]);
    expect(largestDifference(whole, matrix)).toBeLessThan(rounding);
    const truth = noise(size * 2, 5);
    const solved = solvePositiveDefinite(matrix, size, product(matrix, truth, [size, size, 2]));
    // the condition of such a matrix is some hundred times its size
    expect(largestDifference(solved, truth)).toBeLessThan(1e-9);
  });

  test("Hilbert's matrix of 8 rows is still positive", () => {
    const right = product(hilbert(8), new Float64Array(8).fill(1), [8, 8, 1]);
    // its condition is 1.5e10
    expect(
      largestDifference(solvePositiveDefinite(hilbert(8), 8, right), new Float64Array(8).fill(1)),
    ).toBeLessThan(1e-5);
  });

  test("what is not positive, not symmetric or doesn't fit is refused", () => {
    expect(() => choleskyDecomposition(Float64Array.of(1, 2, 2, 1), 2)).toThrow("positive definite");
    expect(() => choleskyDecomposition(Float64Array.of(1, 2, 3, 9), 2)).toThrow("symmetric");
    expect(() => solvePositiveDefinite(identity(2), 2, new Float64Array(3))).toThrow("a multiple of 2");
  });
});

test("three diagonals and their rows make up the matrix", async () => {
  const size = 9;
  const matrix = symmetricNoise(size);
  const { diagonal, beside, rows } = await tridiagonalInto(matrix.slice(), size, startTask());
  const three = identity(size).map((_, i) => {
    const [row, column] = [Math.floor(i / size), i % size];
    return row === column
      ? diagonal[row]!
      : Math.abs(row - column) === 1
        ? beside[Math.min(row, column)]!
        : 0;
  });
  const turned = product(transpose(rows, [size, size]), product(three, rows, [size, size, size]), [
    size,
    size,
    size,
  ]);
  expect(largestDifference(turned, matrix)).toBeLessThan(rounding);
});

test("a copy is checked, and the inverse of a regular matrix undoes it", () => {
  expect(() => matrixOf("m", Float64Array.of(1, Number.POSITIVE_INFINITY), [1, 2])).toThrow(
    "m: got Infinity",
  );
  const matrix = noise(25);
  const unit = product(pseudoInverse(matrix, [5, 5]), matrix, [5, 5, 5]);
  expect(largestDifference(unit, identity(5))).toBeLessThan(1e-11);
});
