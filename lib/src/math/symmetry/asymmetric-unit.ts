import { unitVector } from "../direction.js";
import { composed, rotated } from "../rotation.js";
import type { Rotation, Vector3 } from "../rotation.js";
import type { PointGroup } from "./point-group.js";

/** Difference of coordinates up to which two directions are as near to an axis as one another. */
const sameCoordinate = 1e-9;

/**
 * The one of a rotation's equivalent views that stands for all of them. Its direction of projection has the smallest tilt;
 * of those with that tilt, the rot nearest to 0, and of two at the same distance the positive one. A view along an axis
 * of symmetry then has the least in-plane angle, told in the same way.
 *
 * @example
 * ```ts
 * const view = rotationFromEuler({ rotDeg: 100, tiltDeg: 30, psiDeg: 45 });
 * eulerFromRotation(reduceRotation(view, pointGroup("C4"))); // { rotDeg: 10, tiltDeg: 30, psiDeg: 45 }
 * ```
 */
export function reduceRotation(rotation: Rotation, group: PointGroup): Rotation {
  return group.rotations
    .map((turn) => composed(rotation, turn))
    .reduce((best, view) => (comesBefore(rankOfView(view), rankOfView(best)) ? view : best));
}

/**
 * The one of a direction's equivalents that stands for all of them, as `reduceRotation` chooses it; a unit vector.
 *
 * @throws ValueError if the direction has no length, or one that is not finite
 * @example
 * ```ts
 * reduceDirection([0, 0, -1], pointGroup("D3")); // [0, 0, 1]
 * ```
 */
export function reduceDirection(direction: Vector3, group: PointGroup): Vector3 {
  const unit = unitVector("direction", direction);
  return group.rotations
    .map((turn): Vector3 => rotated(turn, unit))
    .reduce((best, other) => (comesBefore(rankOfDirection(other), rankOfDirection(best)) ? other : best));
}

/**
 * Whether a direction is the one that stands for its equivalents. Such directions fill the asymmetric unit:
 * one part in `group.order` of the sphere, around z and the half plane of rot 0. Each orbit has one of them, and on
 * its edges too only one of the places that are the same.
 *
 * @throws ValueError if the direction has no length, or one that is not finite
 * @example
 * ```ts
 * inAsymmetricUnit([1, 0, 1], pointGroup("D3")); // true
 * inAsymmetricUnit([-1, 0, 1], pointGroup("D3")); // false
 * ```
 */
export function inAsymmetricUnit(direction: Vector3, group: PointGroup): boolean {
  const unit = unitVector("direction", direction);
  const own = rankOfDirection(unit);
  return !group.rotations.some((turn) => comesBefore(rankOfDirection(rotated(turn, unit)), own));
}

/** What is compared, in this order: the larger comes first. */
function rankOfDirection([x, y, z]: Vector3): readonly number[] {
  return [z, x, y];
}

function rankOfView([xx, xy, , , , , zx, zy, zz]: Rotation): readonly number[] {
  return [zz, zx, zy, xx, xy];
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => Math.abs(value - b[i]!) > sameCoordinate);
  return at >= 0 && a[at]! > b[at]!;
}
