import { transposed } from "../rotation.js";
import type { Rotation, Vector3 } from "../rotation.js";
import { rotationFromVector, vectorFromRotation } from "../rotation-vector.js";

/**
 * The rotation that cryoSPARC means by a pose: a rotation vector in radians of the turn from the view to the map,
 * which is the inverse of ours.
 *
 * @throws ValueError if a number is not finite
 * @example
 * ```ts
 * eulerFromRotation(rotationFromCryosparc([0, 0, Math.PI / 6])); // { rotDeg: 0, tiltDeg: 0, psiDeg: 30 }
 * ```
 */
export function rotationFromCryosparc(pose: Vector3): Rotation {
  return transposed(rotationFromVector(pose));
}

/**
 * The pose, a rotation vector in radians no longer than pi, by which cryoSPARC writes a rotation.
 *
 * @example
 * ```ts
 * cryosparcFromRotation(rotationFromEuler({ rotDeg: 0, tiltDeg: 0, psiDeg: 90 })); // [0, 0, 1.5708]
 * ```
 */
export function cryosparcFromRotation(rotation: Rotation): Vector3 {
  return vectorFromRotation(transposed(rotation));
}
