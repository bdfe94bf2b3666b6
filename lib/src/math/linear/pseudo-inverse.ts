import type { RealArray } from "../../array/index.js";
import type { MatrixShape } from "./matrix.js";
import { rankTolerance, singularValues } from "./singular-values.js";

/**
 * The pseudo-inverse `[columns, rows]` of a matrix `[rows, columns]` (Penrose 1955, Math. Proc. Camb. Philos. Soc. 51:406): the
 * inverse where there is one, else what gives the shortest of the best solutions. Singular values below `tolerance` of
 * the largest one count as 0; by default that is rounding times the longer side.
 *
 * @throws ShapeError if `matrix` has not the elements of its shape
 * @throws ValueError if an element is not finite
 * @example
 * ```ts
 * pseudoInverse(new Float64Array([2, 0, 0, 0]), [2, 2]); // [0.5, 0, 0, 0]
 * ```
 */
export function pseudoInverse(
  matrix: RealArray,
  shape: MatrixShape,
  tolerance: number = rankTolerance(shape),
): Float64Array {
  const [rows, columns] = shape;
  const { values, left, right } = singularValues(matrix, shape);
  const inverse = new Float64Array(columns * rows);
  values.forEach((value, k) => {
    if (!(value > tolerance * values[0]!)) return;
    for (let j = 0; j < columns; j++) {
      const share = right[k * columns + j]! / value;
      for (let i = 0; i < rows; i++) inverse[j * rows + i]! += share * left[k * rows + i]!;
    }
  });
  return inverse;
}
