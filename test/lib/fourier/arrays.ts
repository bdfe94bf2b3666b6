import { seeded } from "vitrine";

/** Sizes that every law is tried on: 1, primes small and large, odd, even, powers of two, mixed, not square, and 1 inside. */
export const shapes: readonly (readonly number[])[] = [
  [1],
  [2],
  [3],
  [5],
  [8],
  [30],
  [97],
  [128],
  [134],
  [1, 7],
  [7, 1],
  [9, 10],
  [13, 17],
  [67, 6],
  [32, 32],
  [5, 6, 7],
  [4, 1, 6],
  [8, 8, 8],
];

/** Elements of a shape. */
export const countOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** Standard normal numbers as a view that starts in the middle of its buffer. */
export function noise(count: number, seed: number = 1): Float64Array {
  const random = seeded(seed);
  const view = new Float64Array(count + 5).subarray(3, 3 + count);
  for (let i = 0; i < count; i++) view[i] = random.normal();
  return view;
}

/** The same in single precision. */
export function singleNoise(count: number, seed: number = 1): Float32Array {
  const view = new Float32Array(count + 5).subarray(3, 3 + count);
  view.set(noise(count, seed));
  return view;
}

/** Largest difference of two arrays. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}

/** Largest magnitude of an array. */
export const largest = (a: ArrayLike<number>): number => largestDifference(a, new Float64Array(a.length));

/** Root of the sum of squares of the difference, over that of `b`. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    size += b[i]! ** 2;
  }
  return Math.sqrt(difference / size);
}
