import { Matrix } from "ml-matrix";
import { requireShape } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import { ValueError } from "../../core/index.js";

/** Rows and columns of a matrix, which lies row after row in one array. */
export type MatrixShape = readonly [rows: number, columns: number];

/** Throws unless a matrix has the elements of its shape, all finite. */
export function requireMatrix(what: string, matrix: RealArray, shape: MatrixShape): void {
  requireShape(what, matrix.length, shape);
  const wrong = matrix.findIndex((element: number) => !Number.isFinite(element));
  if (wrong >= 0) throw new ValueError(what, { got: matrix[wrong], wanted: "finite elements" });
}

/** Throws unless a square matrix is its own transpose, to `tolerance` of its largest element. */
export function requireSymmetric(what: string, matrix: RealArray, size: number, tolerance: number): void {
  const allowed = tolerance * largestElement(matrix);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const apart = Math.abs(matrix[row * size + column]! - matrix[column * size + row]!);
      if (!(apart <= allowed)) {
        const got = `elements (${row}, ${column}) and (${column}, ${row}) that are ${apart} apart`;
        throw new ValueError(what, { got, wanted: "a symmetric matrix" });
      }
    }
  }
}

/** The largest magnitude among the elements of a matrix. */
export function largestElement(matrix: RealArray): number {
  let largest = 0;
  for (let i = 0; i < matrix.length; i++) largest = Math.max(largest, Math.abs(matrix[i]!));
  return largest;
}

/** A checked copy for the matrix package. */
export function matrixOf(what: string, matrix: RealArray, shape: MatrixShape): Matrix {
  requireMatrix(what, matrix, shape);
  return Matrix.from1DArray(shape[0], shape[1], Array.from(matrix));
}

/** The elements of a matrix of the package, row after row. */
export function elementsOf(matrix: Matrix): Float64Array {
  return Float64Array.from(matrix.to1DArray());
}
