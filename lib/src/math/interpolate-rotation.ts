import { requireFinite } from "../core/index.js";
import { composed, transposed } from "./rotation.js";
import type { Rotation, Vector3 } from "./rotation.js";
import { rotationFromVector, vectorFromRotation } from "./rotation-vector.js";

/**
 * The rotation a share of the way from one to another along the shortest single turn, at constant speed
 * (Shoemake 1985, "Animating rotation with quaternion curves", SIGGRAPH, 245). 0 gives `a`, 1 gives `b`;
 * other numbers go on beyond them.
 *
 * @throws ValueError if the share is not finite
 * @example
 * ```ts
 * const end = rotationFromEuler({ rotDeg: 0, tiltDeg: 80, psiDeg: 0 });
 * angleBetweenDeg(identityRotation, interpolateRotation(identityRotation, end, 0.25)); // 20
 * ```
 */
export function interpolateRotation(a: Rotation, b: Rotation, share: number): Rotation {
  requireFinite("share", share, "shares of the way");
  const way = vectorFromRotation(composed(b, transposed(a)));
  return composed(rotationFromVector(way.map((part) => share * part) as unknown as Vector3), a);
}
