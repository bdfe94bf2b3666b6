import { degToRad, radToDeg, requireFinite, ValueError } from "../core/index.js";
import type { Rotation, Vector3 } from "./rotation.js";

/** A direction in the map: the first two Euler angles of a view along it, in degrees. */
export interface Direction {
  /** Angle about z, from x towards y. */
  readonly rotDeg: number;
  /** Angle from z. */
  readonly tiltDeg: number;
}

/**
 * The unit vector of a direction, `[sin tilt cos rot, sin tilt sin rot, cos tilt]`. Angles of any size.
 *
 * @throws ValueError if an angle is not finite
 * @example
 * ```ts
 * vectorFromDirection({ rotDeg: 90, tiltDeg: 90 }); // [0, 1, 0]
 * ```
 */
export function vectorFromDirection({ rotDeg, tiltDeg }: Direction): Vector3 {
  const rot = degToRad(requireFinite("rotDeg", rotDeg, "degrees"));
  const tilt = degToRad(requireFinite("tiltDeg", tiltDeg, "degrees"));
  return [Math.sin(tilt) * Math.cos(rot), Math.sin(tilt) * Math.sin(rot), Math.cos(tilt)];
}

/**
 * The direction of a vector of any length: rot in (-180, 180], tilt in [0, 180], in degrees. Along z, rot is 0.
 *
 * @throws ValueError if the vector has no length, or one that is not finite
 * @example
 * ```ts
 * directionFromVector([0, 2, 2]); // { rotDeg: 90, tiltDeg: 45 }
 * ```
 */
export function directionFromVector(vector: Vector3): Direction {
  const [x, y, z] = unitVector("vector", vector);
  const sine = Math.hypot(x, y);
  return { rotDeg: sine === 0 ? 0 : radToDeg(Math.atan2(y, x)), tiltDeg: radToDeg(Math.atan2(sine, z)) };
}

/**
 * The direction in the map along which a view looks: the third row of its rotation, a unit vector.
 *
 * @example
 * ```ts
 * projectionDirection(rotationFromEuler({ rotDeg: 90, tiltDeg: 90, psiDeg: 20 })); // [0, 1, 0]
 * ```
 */
export function projectionDirection(rotation: Rotation): Vector3 {
  return [rotation[6], rotation[7], rotation[8]];
}

/**
 * The angle between two vectors of any length, in degrees from 0 to 180. It keeps its digits at both ends.
 *
 * @throws ValueError if a vector has no length, or one that is not finite
 * @example
 * ```ts
 * angleBetweenVectorsDeg([1, 0, 0], [3, 3, 0]); // 45
 * ```
 */
export function angleBetweenVectorsDeg(a: Vector3, b: Vector3): number {
  const [ax, ay, az] = unitVector("a", a);
  const [bx, by, bz] = unitVector("b", b);
  const sine = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return radToDeg(Math.atan2(sine, ax * bx + ay * by + az * bz));
}

/** A vector made one long. */
export function unitVector(what: string, vector: Vector3): Vector3 {
  const length = Math.hypot(...vector);
  if (!(length > 0) || !Number.isFinite(length)) {
    throw new ValueError(what, { got: [...vector], wanted: "three finite numbers that are not all 0" });
  }
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}
