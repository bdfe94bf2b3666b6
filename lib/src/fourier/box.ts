import { ShapeError } from "../core/index.js";
import { elementCount, originIndex, requireShape, zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";

/**
 * Data in a larger box, zeros around them: their origin `floor(n / 2)` comes to lie on that of the new box. Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`, or an axis of `to` is shorter
 * @example
 * ```ts
 * Array.from(padBox(new Float32Array([1, 2, 3]), [3], [5])); // [0, 1, 2, 3, 0]
 * ```
 */
export function padBox<T extends RealArray>(data: T, shape: Shape, to: Shape): T {
  requireShape("padBox", data.length, shape);
  requireAround("padBox", to, shape);
  const out = zerosLike(data, elementCount("padBox", to));
  forEachRow(to, shape, (large, small, length) => out.set(data.subarray(small, small + length), large));
  return out;
}

/**
 * The middle of a box: the origin `floor(n / 2)` stays the origin. The inverse of {@link padBox} and its adjoint. Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`, or an axis of `to` is longer
 * @example
 * ```ts
 * Array.from(cropBox(new Float32Array([0, 1, 2, 3, 0]), [5], [3])); // [1, 2, 3]
 * ```
 */
export function cropBox<T extends RealArray>(data: T, shape: Shape, to: Shape): T {
  requireShape("cropBox", data.length, shape);
  requireAround("cropBox", shape, to);
  const out = zerosLike(data, elementCount("cropBox", to));
  forEachRow(shape, to, (large, small, length) => out.set(data.subarray(large, large + length), small));
  return out;
}

function requireAround(what: string, large: Shape, small: Shape): void {
  if (large.length === small.length && large.every((size, axis) => size >= small[axis]!)) return;
  throw new ShapeError(what, {
    got: `[${small.join(", ")}] in [${large.join(", ")}]`,
    wanted: "a box no axis of which sticks out",
  });
}

/** Visits the rows of the small box with the index of their first element in the large one and in itself. */
function forEachRow(
  large: Shape,
  small: Shape,
  visit: (inLarge: number, inSmall: number, length: number) => void,
): void {
  const offset = large.map((size, axis) => originIndex(size) - originIndex(small[axis]!));
  const length = small.at(-1)!;
  const rows = small.slice(0, -1).reduce((product, size) => product * size, 1);
  for (let row = 0; row < rows; row++) {
    let rest = row;
    let at = offset.at(-1)!;
    let stride = large.at(-1)!;
    for (let axis = small.length - 2; axis >= 0; axis--) {
      at += ((rest % small[axis]!) + offset[axis]!) * stride;
      rest = Math.floor(rest / small[axis]!);
      stride *= large[axis]!;
    }
    visit(at, row * length, length);
  }
}
