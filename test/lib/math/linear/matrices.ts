import { noise } from "../numbers.js";

/** Product of `[rows, inner]` and `[inner, columns]`, row after row. */
export function product(
  a: Float64Array,
  b: Float64Array,
  [rows, inner, columns]: readonly [number, number, number],
): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      for (let j = 0; j < columns; j++) out[i * columns + j]! += a[i * inner + k]! * b[k * columns + j]!;
    }
  }
  return out;
}

/** `[rows, columns]` turned to `[columns, rows]`. */
export function transpose(a: Float64Array, [rows, columns]: readonly [number, number]): Float64Array {
  return Float64Array.from(a, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)]!);
}

/** The matrix that changes nothing. */
export function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

/** A symmetric matrix of noise. */
export function symmetricNoise(size: number, seed: number = 1): Float64Array {
  const some = noise(size * size, seed);
  return some.map((value, i) => value + some[(i % size) * size + Math.floor(i / size)]!);
}

/** A symmetric matrix with eigenvalues above 0. */
export function positiveNoise(size: number, seed: number = 1): Float64Array {
  const some = noise(size * size, seed);
  const squared = product(some, transpose(some, [size, size]), [size, size, size]);
  return squared.map((value, i) => value + (i % (size + 1) === 0 ? 1 : 0));
}

/** Hilbert's matrix, the model of what rounding makes singular. */
export function hilbert(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => 1 / (Math.floor(i / size) + (i % size) + 1));
}

/** Largest difference of two arrays. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}
