import { degToRad, radToDeg, requireFinite } from "../core/index.js";
import type { Rotation } from "./rotation.js";

/** Euler angles ZYZ in degrees, as RELION and Xmipp write them. */
export interface EulerAngles {
  /** First turn, about z. */
  readonly rotDeg: number;
  /** Second turn, about the new y. */
  readonly tiltDeg: number;
  /** Third turn, about the newest z: the one in the plane of the image. */
  readonly psiDeg: number;
}

/**
 * The rotation of three Euler angles: `Rz(psi) Ry(tilt) Rz(rot)` as turns of the coordinate axes.
 * The third row of the matrix is the direction of projection,
 * `[cos rot sin tilt, sin rot sin tilt, cos tilt]`. Angles in degrees, of any size.
 *
 * @throws ValueError if an angle is not finite
 * @example
 * ```ts
 * rotationFromEuler({ rotDeg: 0, tiltDeg: 90, psiDeg: 0 }).slice(6); // [1, 0, 0]
 * ```
 */
export function rotationFromEuler({ rotDeg, tiltDeg, psiDeg }: EulerAngles): Rotation {
  const rot = degToRad(requireFinite("rotDeg", rotDeg, "degrees"));
  const tilt = degToRad(requireFinite("tiltDeg", tiltDeg, "degrees"));
  const psi = degToRad(requireFinite("psiDeg", psiDeg, "degrees"));
  const [cr, sr] = [Math.cos(rot), Math.sin(rot)];
  const [ct, st] = [Math.cos(tilt), Math.sin(tilt)];
  const [cp, sp] = [Math.cos(psi), Math.sin(psi)];
  return [
    cp * ct * cr - sp * sr,
    cp * ct * sr + sp * cr,
    -cp * st,
    -sp * ct * cr - cp * sr,
    -sp * ct * sr + cp * cr,
    sp * st,
    st * cr,
    st * sr,
    ct,
  ];
}

/** Sine of the tilt below which rot and psi turn about the same axis as far as double precision can tell. */
export const poleSine = 1e-9;

/**
 * The Euler angles of a rotation: rot and psi in (-180, 180], tilt in [0, 180], all in degrees.
 * At tilt 0 and 180 only one angle is left to choose; rot is then 0, as RELION and Xmipp have it.
 *
 * @example
 * ```ts
 * eulerFromRotation(rotationFromEuler({ rotDeg: 10, tiltDeg: 20, psiDeg: 30 })); // the same angles, to rounding
 * ```
 */
export function eulerFromRotation(rotation: Rotation): EulerAngles {
  const [xx, , xz, yx, , yz, zx, zy, zz] = rotation;
  const sine = Math.hypot(zx, zy);
  const tiltDeg = radToDeg(Math.atan2(sine, zz));
  if (sine < poleSine) {
    const psi = zz > 0 ? Math.atan2(-yx, xx) : Math.atan2(yx, -xx);
    return { rotDeg: 0, tiltDeg, psiDeg: radToDeg(psi) };
  }
  return { rotDeg: radToDeg(Math.atan2(zy, zx)), tiltDeg, psiDeg: radToDeg(Math.atan2(yz, -xz)) };
}
