import { degToRad, requireFinite } from "../core/index.js";
import { unitVector } from "./direction.js";
import type { Rotation, Vector3 } from "./rotation.js";
import { rotationFromVector } from "./rotation-vector.js";

/**
 * The turn by `angleDeg` about an axis of any length, by the right-hand rule: about z, a quarter turn takes x to y.
 *
 * @throws ValueError if the axis has no length, or the angle is not finite
 * @example
 * ```ts
 * rotated(rotationAbout([0, 0, 1], 90), [1, 0, 0]); // [0, 1, 0]
 * ```
 */
export function rotationAbout(axis: Vector3, angleDeg: number): Rotation {
  const [x, y, z] = unitVector("axis", axis);
  const angle = degToRad(requireFinite("angleDeg", angleDeg, "degrees"));
  return rotationFromVector([angle * x, angle * y, angle * z]);
}
