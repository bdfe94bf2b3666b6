import { originIndex, requireShape, zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";

/**
 * Moves the origin from the corner to the centre: element 0 of each axis goes to `floor(n / 2)`, around the edge.
 * `data` holds `shape` elements of `parts` numbers each (2 for interleaved complex ones). Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`
 * @example
 * ```ts
 * Array.from(cornerToCentre(new Float32Array([0, 1, 2, 3, 4]), [5])); // [3, 4, 0, 1, 2]
 * ```
 */
export function cornerToCentre<T extends RealArray>(data: T, shape: Shape, parts: 1 | 2 = 1): T {
  return turned(data, shape, parts, shape.map(originIndex));
}

/**
 * Moves the origin from the centre to the corner: the inverse of {@link cornerToCentre}, for odd sizes too.
 *
 * @throws ShapeError if the data don't fill `shape`
 * @example
 * ```ts
 * Array.from(centreToCorner(new Float32Array([3, 4, 0, 1, 2]), [5])); // [0, 1, 2, 3, 4]
 * ```
 */
export function centreToCorner<T extends RealArray>(data: T, shape: Shape, parts: 1 | 2 = 1): T {
  return turned(
    data,
    shape,
    parts,
    shape.map((size) => size - originIndex(size)),
  );
}

/** A copy in which each axis is turned around by its own number of elements, towards the end. */
function turned<T extends RealArray>(data: T, shape: Shape, parts: number, by: readonly number[]): T {
  requireShape("shift of the origin", data.length / parts, shape);
  const out = zerosLike(data, data.length);
  const size = shape.at(-1)! * parts;
  const cut = (shape.at(-1)! - by.at(-1)!) * parts;
  const ny = shape.at(-2) ?? 1;
  const nz = shape.at(-3) ?? 1;
  for (let row = 0; row < data.length / size; row++) {
    const y = ((row % ny) + (by.at(-2) ?? 0)) % ny;
    const z = (Math.floor(row / ny) + (by.at(-3) ?? 0)) % nz;
    const to = (z * ny + y) * size;
    const from = row * size;
    out.set(data.subarray(from, from + cut), to + size - cut);
    out.set(data.subarray(from + cut, from + size), to);
  }
  return out;
}
