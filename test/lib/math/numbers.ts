import { seeded } from "vitrine/core";

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

/** Scalar product. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Root of the sum of squares of the difference, over that of `b`. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < b.length; i++) difference += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(difference / dot(b, b));
}
