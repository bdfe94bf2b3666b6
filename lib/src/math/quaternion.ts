import { ValueError } from "../core/index.js";
import type { Rotation } from "./rotation.js";

/** A unit quaternion `w + xi + yj + zk`; it and its negative are the same rotation. */
export type Quaternion = readonly [w: number, x: number, y: number, z: number];

/**
 * The rotation of a quaternion, which needs not have length 1.
 *
 * @throws ValueError if all four numbers are 0, or one is not finite
 * @example
 * ```ts
 * rotationFromQuaternion([1, 0, 0, 0]); // [1, 0, 0, 0, 1, 0, 0, 0, 1]
 * ```
 */
export function rotationFromQuaternion(quaternion: Quaternion): Rotation {
  const length = Math.hypot(...quaternion);
  if (!(length > 0) || !Number.isFinite(length)) {
    throw new ValueError("quaternion", {
      got: [...quaternion],
      wanted: "four finite numbers that are not all 0",
    });
  }
  const [w, x, y, z] = quaternion.map((part) => part / length) as [number, number, number, number];
  return [
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  ];
}

/**
 * The quaternion of a rotation, of length 1 and with `w` not negative.
 * The largest of the four parts is found first and the others are divided by it, so that no digits are lost
 * near a half turn (Shepperd 1978, "Quaternion from rotation matrix", J. Guidance and Control 1, 223).
 *
 * @example
 * ```ts
 * quaternionFromRotation(identityRotation); // [1, 0, 0, 0]
 * ```
 */
export function quaternionFromRotation(rotation: Rotation): Quaternion {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = rotation;
  const trace = xx + yy + zz;
  const largest = Math.max(trace, xx, yy, zz);
  const parts: Quaternion =
    largest === trace
      ? [1 + trace, zy - yz, xz - zx, yx - xy]
      : largest === xx
        ? [zy - yz, 1 + xx - yy - zz, xy + yx, xz + zx]
        : largest === yy
          ? [xz - zx, xy + yx, 1 - xx + yy - zz, yz + zy]
          : [yx - xy, xz + zx, yz + zy, 1 - xx - yy + zz];
  const length = Math.hypot(...parts) * (parts[0] < 0 ? -1 : 1);
  return [parts[0] / length, parts[1] / length, parts[2] / length, parts[3] / length];
}
