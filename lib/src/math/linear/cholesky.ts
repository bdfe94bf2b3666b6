import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { RealArray } from "../../array/index.js";
import { ShapeError, ValueError } from "../../core/index.js";
import { elementsOf, matrixOf, requireSymmetric } from "./matrix.js";

/** How far a matrix may be from symmetric: what rounding does to sums of many products in single precision. */
const symmetryTolerance = 1e-5;

/**
 * The lower triangle `[size, size]` whose product with its transpose is a symmetric positive matrix (Cholesky, published by
 * Benoît 1924, Bull. Géod. 2:67).
 *
 * @throws ShapeError if `matrix` has not `size²` elements
 * @throws ValueError if it is not finite, not symmetric or not positive definite
 * @example
 * ```ts
 * choleskyDecomposition(new Float64Array([4, 2, 2, 5]), 2); // [2, 0, 1, 2]
 * ```
 */
export function choleskyDecomposition(matrix: RealArray, size: number): Float64Array {
  return elementsOf(decomposed("choleskyDecomposition", matrix, size).lowerTriangularMatrix);
}

/**
 * Solves `A x = b` for a symmetric positive matrix `[size, size]`, by Cholesky's decomposition. `rightSides` is `[size]`, or
 * `[size, n]` for n of them; the solutions have the same shape.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if the matrix is not finite, not symmetric or not positive definite
 * @example
 * ```ts
 * solvePositiveDefinite(new Float64Array([4, 0, 0, 2]), 2, new Float64Array([8, 2])); // [2, 1]
 * ```
 */
export function solvePositiveDefinite(matrix: RealArray, size: number, rightSides: RealArray): Float64Array {
  const decomposition = decomposed("solvePositiveDefinite", matrix, size);
  const columns = rightSides.length / size;
  if (!Number.isInteger(columns) || columns < 1) {
    throw new ShapeError("solvePositiveDefinite: right sides", {
      got: rightSides.length,
      wanted: `a multiple of ${size}`,
    });
  }
  return elementsOf(decomposition.solve(Matrix.from1DArray(size, columns, Array.from(rightSides))));
}

function decomposed(what: string, matrix: RealArray, size: number): CholeskyDecomposition {
  const checked = matrixOf(what, matrix, [size, size]);
  requireSymmetric(what, matrix, size, symmetryTolerance);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) checked.set(column, row, checked.get(row, column));
  }
  const decomposition = new CholeskyDecomposition(checked);
  if (!decomposition.isPositiveDefinite()) {
    throw new ValueError(what, { got: "a matrix that is not", wanted: "a positive definite matrix" });
  }
  return decomposition;
}
