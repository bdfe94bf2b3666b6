import type { Task } from "../../core/index.js";

/** A symmetric matrix turned into one with three diagonals. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Beside the diagonal; the last element is 0. */
  readonly beside: Float64Array;
  /** `[size, size]`: rows of the rotation that takes coordinates of the matrix to those of the three diagonals. */
  readonly rows: Float64Array;
}

/** Rows whose work is shorter than a glance at the clock is worth. */
const smallSize = 64;

/** Turns a symmetric matrix, which is overwritten, into three diagonals by Householder's reflections (Householder 1958, J. ACM 5:339). */
export async function tridiagonalInto(matrix: Float64Array, size: number, task: Task): Promise<Tridiagonal> {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const reflectors: { readonly vector: Float64Array; readonly factor: number }[] = [];
  for (let k = 0; k < size - 1; k++) {
    diagonal[k] = matrix[k * size + k]!;
    const vector = matrix.slice(k * size + k + 1, (k + 1) * size);
    const { factor, length } = reflector(vector);
    beside[k] = length;
    reflectors.push({ vector, factor });
    if (factor !== 0) reflectBothSides(matrix, size, k + 1, vector, factor);
    if (size > smallSize) await task.breathe();
  }
  diagonal[size - 1] = matrix[size * size - 1]!;
  const rows = new Float64Array(size * size);
  for (let k = 0; k < size; k++) rows[k * size + k] = 1;
  for (let k = size - 2; k >= 0; k--) {
    reflectRows(rows, size, k + 1, reflectors[k]!.vector, reflectors[k]!.factor);
    if (size > smallSize) await task.breathe();
  }
  return { diagonal, beside, rows };
}

/** Makes a vector v, in its place, for which `1 - factor v v^T` turns it into the first axis; `length` is what stands there then. */
function reflector(vector: Float64Array): { readonly factor: number; readonly length: number } {
  let rest = 0;
  for (let i = 1; i < vector.length; i++) rest += vector[i]! ** 2;
  const first = vector[0]!;
  if (rest === 0) return { factor: 0, length: first };
  const length = (first > 0 ? -1 : 1) * Math.sqrt(first * first + rest);
  vector[0] = first - length;
  return { factor: 2 / (vector[0] ** 2 + rest), length };
}

/** The reflection from both sides, on the block from row and column `from` on. */
function reflectBothSides(
  matrix: Float64Array,
  size: number,
  from: number,
  vector: Float64Array,
  factor: number,
): void {
  const count = vector.length;
  const image = new Float64Array(count);
  let overlap = 0;
  for (let i = 0; i < count; i++) {
    const row = (from + i) * size + from;
    let sum = 0;
    for (let j = 0; j < count; j++) sum += matrix[row + j]! * vector[j]!;
    image[i] = factor * sum;
    overlap += image[i]! * vector[i]!;
  }
  for (let i = 0; i < count; i++) image[i]! -= (factor / 2) * overlap * vector[i]!;
  for (let i = 0; i < count; i++) {
    const row = (from + i) * size + from;
    const [v, w] = [vector[i]!, image[i]!];
    for (let j = 0; j < count; j++) matrix[row + j]! -= v * image[j]! + w * vector[j]!;
  }
}

/** The reflection from the right, on the block from row and column `from` on. */
function reflectRows(
  rows: Float64Array,
  size: number,
  from: number,
  vector: Float64Array,
  factor: number,
): void {
  for (let i = from; i < size; i++) {
    const row = i * size + from;
    let sum = 0;
    for (let j = 0; j < vector.length; j++) sum += rows[row + j]! * vector[j]!;
    sum *= factor;
    for (let j = 0; j < vector.length; j++) rows[row + j]! -= sum * vector[j]!;
  }
}
