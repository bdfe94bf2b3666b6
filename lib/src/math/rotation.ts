import { radToDeg } from "../core/index.js";

/**
 * A rotation as a 3 x 3 matrix, row after row: it takes a map's coordinates `[x, y, z]` to those of the projection,
 * whose third axis is the beam. The map at `v` is seen at `rotated(rotation, v)`.
 */
export type Rotation = readonly [
  xx: number,
  xy: number,
  xz: number,
  yx: number,
  yy: number,
  yz: number,
  zx: number,
  zy: number,
  zz: number,
];

/** A point or direction `[x, y, z]`. */
export type Vector3 = readonly [x: number, y: number, z: number];

/** The rotation that leaves everything in its place. */
export const identityRotation: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/**
 * A point after a rotation: the matrix times the column `[x, y, z]`.
 *
 * @example
 * ```ts
 * rotated(identityRotation, [1, 2, 3]); // [1, 2, 3]
 * ```
 */
export function rotated(rotation: Rotation, [x, y, z]: Vector3): [x: number, y: number, z: number] {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = rotation;
  return [xx * x + xy * y + xz * z, yx * x + yy * y + yz * z, zx * x + zy * y + zz * z];
}

/**
 * The inverse of a rotation, which is its matrix transposed.
 *
 * @example
 * ```ts
 * const rotation = rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 90 });
 * rotated(transposed(rotation), rotated(rotation, [1, 0, 0])); // [1, 0, 0]
 * ```
 */
export function transposed(rotation: Rotation): Rotation {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = rotation;
  return [xx, yx, zx, xy, yy, zy, xz, yz, zz];
}

/**
 * Two rotations as one: `second` after `first`.
 *
 * @example
 * ```ts
 * const rotation = rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 90 });
 * composed(transposed(rotation), rotation); // [1, 0, 0, 0, 1, 0, 0, 0, 1]
 * ```
 */
export function composed(second: Rotation, first: Rotation): Rotation {
  const columns = transposed(first);
  const a = rotated(second, [columns[0], columns[1], columns[2]]);
  const b = rotated(second, [columns[3], columns[4], columns[5]]);
  const c = rotated(second, [columns[6], columns[7], columns[8]]);
  return [a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]];
}

/**
 * The angle of the single turn, about some axis, that takes one rotation to another, in degrees from 0 to 180.
 *
 * @example
 * ```ts
 * angleBetweenDeg(identityRotation, rotationFromEuler({ rotDeg: 0, tiltDeg: 25, psiDeg: 0 })); // 25
 * ```
 */
export function angleBetweenDeg(a: Rotation, b: Rotation): number {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = composed(b, transposed(a));
  const twiceSine = Math.hypot(zy - yz, xz - zx, yx - xy);
  return radToDeg(Math.atan2(twiceSine, xx + yy + zz - 1));
}
