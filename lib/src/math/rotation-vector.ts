import { ValueError } from "../core/index.js";
import { quaternionFromRotation, rotationFromQuaternion } from "./quaternion.js";
import type { Rotation, Vector3 } from "./rotation.js";

/** Length of a vector, in radians, below which the sine of its half is its half to the last digit. */
const smallRad = 1e-8;

/**
 * The rotation of a rotation vector, its exponential: the axis times the angle in radians, by the right-hand rule
 * for the matrix that moves a point, `rotated(rotation, point)` (Rodrigues 1840).
 *
 * @throws ValueError if a number is not finite
 * @example
 * ```ts
 * rotationFromVector([0, 0, Math.PI / 2]); // [0, -1, 0, 1, 0, 0, 0, 0, 1]
 * ```
 */
export function rotationFromVector(vector: Vector3): Rotation {
  const angle = Math.hypot(...vector);
  if (!Number.isFinite(angle)) {
    throw new ValueError("vector", { got: [...vector], wanted: "three finite numbers, in radians" });
  }
  const scale = angle < smallRad ? 0.5 : Math.sin(angle / 2) / angle;
  return rotationFromQuaternion([
    Math.cos(angle / 2),
    scale * vector[0],
    scale * vector[1],
    scale * vector[2],
  ]);
}

/**
 * The rotation vector of a rotation, its logarithm: axis times angle in radians, no longer than pi.
 * A half turn has two, of opposite sign; one of them is given.
 *
 * @example
 * ```ts
 * vectorFromRotation(rotationFromVector([0.3, -0.2, 0.1])); // [0.3, -0.2, 0.1]
 * ```
 */
export function vectorFromRotation(rotation: Rotation): Vector3 {
  const [w, x, y, z] = quaternionFromRotation(rotation);
  const sine = Math.hypot(x, y, z);
  const scale = sine < smallRad ? 2 : (2 * Math.atan2(sine, w)) / sine;
  return [scale * x, scale * y, scale * z];
}
