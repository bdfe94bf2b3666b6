import { requireInteger, ShapeError } from "../core/index.js";

/** Sizes of an array's axes, slow to fast: `[n, nz, ny, nx]`. */
export type Shape = readonly number[];

/** Number of elements of a shape. @throws ValueError if a size is not a whole number of at least 1 */
export function elementCount(what: string, shape: Shape): number {
  let count = 1;
  for (const size of shape) count *= requireInteger(`${what}: shape`, size, 1);
  return requireInteger(`${what}: elements`, count, 1);
}

/** Throws unless `length` is the number of elements of `shape`. */
export function requireShape(what: string, length: number, shape: Shape): void {
  const wanted = elementCount(what, shape);
  if (length !== wanted) {
    throw new ShapeError(what, {
      got: `${length} elements`,
      wanted: `${wanted} for shape [${shape.join(", ")}]`,
    });
  }
}

/** Whether two shapes are equal. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** Throws unless two shapes are equal; names both. */
export function requireSameShape(what: string, a: Shape, b: Shape): void {
  if (!sameShape(a, b))
    throw new ShapeError(what, { got: `[${b.join(", ")}]`, wanted: `[${a.join(", ")}], as the other` });
}

/** Index of the origin along an axis of `size` elements: `floor(size / 2)`. */
export function originIndex(size: number): number {
  return Math.floor(size / 2);
}
