import { angleBetweenVectorsDeg } from "../direction.js";
import { angleBetweenDeg, composed, rotated } from "../rotation.js";
import type { Rotation, Vector3 } from "../rotation.js";
import type { PointGroup } from "./point-group.js";

/**
 * The angle between two views of a symmetric molecule, in degrees: the smallest single turn that takes one
 * to the other or to any view that looks the same.
 *
 * @example
 * ```ts
 * const a = rotationFromEuler({ rotDeg: 5, tiltDeg: 40, psiDeg: 0 });
 * const b = rotationFromEuler({ rotDeg: 95, tiltDeg: 40, psiDeg: 10 });
 * angleModuloSymmetryDeg(a, b, pointGroup("C4")); // 10
 * ```
 */
export function angleModuloSymmetryDeg(a: Rotation, b: Rotation, group: PointGroup): number {
  return Math.min(...group.rotations.map((turn) => angleBetweenDeg(composed(a, turn), b)));
}

/**
 * The angle between two directions in a symmetric molecule, in degrees: the smallest to any that looks the same.
 * What is left of the angle between two views when the turn in the plane of the image is not counted.
 *
 * @throws ValueError if a direction has no length, or one that is not finite
 * @example
 * ```ts
 * directionModuloSymmetryDeg([0, 0, 1], [0, 0, -2], pointGroup("D2")); // 0
 * ```
 */
export function directionModuloSymmetryDeg(a: Vector3, b: Vector3, group: PointGroup): number {
  return Math.min(...group.rotations.map((turn) => angleBetweenVectorsDeg(rotated(turn, a), b)));
}
