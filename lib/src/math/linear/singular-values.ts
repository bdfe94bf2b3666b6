import { SingularValueDecomposition } from "ml-matrix";
import type { RealArray } from "../../array/index.js";
import { elementsOf, matrixOf } from "./matrix.js";
import type { MatrixShape } from "./matrix.js";

/** A matrix as the sum of `values[i]` times the outer product of row i of `left` with row i of `right`. */
export interface SingularValues {
  /** From the largest to the smallest, `min(rows, columns)` of them, none below 0. */
  readonly values: Float64Array;
  /** `[values, rows]`: a unit vector in each row, all at right angles. */
  readonly left: Float64Array;
  /** `[values, columns]`: a unit vector in each row, all at right angles. */
  readonly right: Float64Array;
}

/**
 * Singular value decomposition of a matrix `[rows, columns]` (Golub and Reinsch 1970, Numer. Math. 14:403). Values are right to
 * a few roundings of the largest one. Not for large matrices: 300 x 300 take about half a second, in one go.
 *
 * @throws ShapeError if `matrix` has not the elements of its shape
 * @throws ValueError if an element is not finite
 * @example
 * ```ts
 * singularValues(new Float64Array([3, 0, 0, 0, -4, 0]), [2, 3]).values; // [4, 3]
 * ```
 */
export function singularValues(matrix: RealArray, shape: MatrixShape): SingularValues {
  const found = new SingularValueDecomposition(matrixOf("singularValues", matrix, shape), {
    autoTranspose: true,
  });
  const count = Math.min(shape[0], shape[1]);
  const columnsAsRows = (vectors: SingularValueDecomposition["leftSingularVectors"]): Float64Array =>
    elementsOf(vectors.subMatrix(0, vectors.rows - 1, 0, count - 1).transpose());
  return {
    values: Float64Array.from(found.diagonal.slice(0, count)),
    left: columnsAsRows(found.leftSingularVectors),
    right: columnsAsRows(found.rightSingularVectors),
  };
}

/** Default part of the largest singular value below which others count as 0: rounding, times the longer side. */
export function rankTolerance([rows, columns]: MatrixShape): number {
  return Number.EPSILON * Math.max(rows, columns);
}
