import { QrDecomposition } from "ml-matrix";
import type { RealArray } from "../../array/index.js";
import { ShapeError } from "../../core/index.js";
import { elementsOf, matrixOf } from "./matrix.js";
import type { MatrixShape } from "./matrix.js";

/** A matrix as the product of two. */
export interface OrthogonalTriangular {
  /** `[rows, columns]`: columns of length 1 at right angles. */
  readonly orthogonal: Float64Array;
  /** `[columns, columns]`: 0 below its diagonal. */
  readonly triangular: Float64Array;
}

/**
 * QR decomposition of a matrix `[rows, columns]` with at least as many rows as columns, by Householder's reflections
 * (Businger and Golub 1965, Numer. Math. 7:269).
 *
 * @throws ShapeError if there are fewer rows than columns, or `matrix` has not the elements of its shape
 * @throws ValueError if an element is not finite
 * @example
 * ```ts
 * Math.abs(qrDecomposition(new Float64Array([3, 4]), [2, 1]).triangular[0]!); // 5
 * ```
 */
export function qrDecomposition(matrix: RealArray, shape: MatrixShape): OrthogonalTriangular {
  if (shape[0] < shape[1]) {
    throw new ShapeError("qrDecomposition", {
      got: `[${shape.join(", ")}]`,
      wanted: "at least as many rows as columns",
    });
  }
  const found = new QrDecomposition(matrixOf("qrDecomposition", matrix, shape));
  return {
    orthogonal: elementsOf(found.orthogonalMatrix),
    triangular: elementsOf(found.upperTriangularMatrix),
  };
}
