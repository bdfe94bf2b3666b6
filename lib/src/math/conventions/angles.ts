import { degToRad, requireFinite, requireOneOf } from "../../core/index.js";
import { eulerFromRotation, poleSine, rotationFromEuler } from "../euler.js";
import type { EulerAngles } from "../euler.js";
import type { Rotation } from "../rotation.js";
import { wrappedDeg } from "../wrapped-angle.js";

/** The three angles of a view, in degrees, under the names that each program has for them. */
export interface ConventionAngles {
  readonly relion: EulerAngles;
  readonly xmipp: EulerAngles;
  readonly spider: { readonly phiDeg: number; readonly thetaDeg: number; readonly psiDeg: number };
  readonly cistem: { readonly phiDeg: number; readonly thetaDeg: number; readonly psiDeg: number };
  readonly mrc: { readonly phiDeg: number; readonly thetaDeg: number; readonly omegaDeg: number };
  readonly eman: { readonly azDeg: number; readonly altDeg: number; readonly phiDeg: number };
  readonly imagic: { readonly alphaDeg: number; readonly betaDeg: number; readonly gammaDeg: number };
}

/** A program's way of writing orientations as three angles. */
export type AngleConvention = keyof ConventionAngles;

/** Which way the angles are written. */
export interface AngleOptions<C extends AngleConvention> {
  readonly convention: C;
}

interface Writing {
  readonly names: readonly [first: string, second: string, third: string];
  /** Degrees by which the first angle exceeds rot, and psi the third: 0 for turns ZYZ, 90 for ZXZ. */
  readonly offsetDeg: 0 | 90;
}

const writings: Readonly<Record<AngleConvention, Writing>> = {
  relion: { names: ["rotDeg", "tiltDeg", "psiDeg"], offsetDeg: 0 },
  xmipp: { names: ["rotDeg", "tiltDeg", "psiDeg"], offsetDeg: 0 },
  spider: { names: ["phiDeg", "thetaDeg", "psiDeg"], offsetDeg: 0 },
  cistem: { names: ["phiDeg", "thetaDeg", "psiDeg"], offsetDeg: 0 },
  mrc: { names: ["phiDeg", "thetaDeg", "omegaDeg"], offsetDeg: 0 },
  eman: { names: ["azDeg", "altDeg", "phiDeg"], offsetDeg: 90 },
  imagic: { names: ["alphaDeg", "betaDeg", "gammaDeg"], offsetDeg: 90 },
};

/**
 * The rotation that a program means by its three angles, in degrees of any size.
 * RELION, Xmipp, Spider, cisTEM (Frealign) and MRC turn about z, y and z; EMAN and IMAGIC about z, x and z,
 * so that `az = rot + 90` and `phi = psi - 90`. cryoSPARC's vectors are read by `rotationFromCryosparc`.
 *
 * @throws ValueError if an angle is missing or not finite, or the convention is not one of those
 * @example
 * ```ts
 * const rotation = rotationFromAngles({ azDeg: 100, altDeg: 70, phiDeg: -60 }, { convention: "eman" });
 * eulerFromRotation(rotation); // { rotDeg: 10, tiltDeg: 70, psiDeg: 30 }
 * ```
 */
export function rotationFromAngles<C extends AngleConvention>(
  angles: ConventionAngles[C],
  { convention }: AngleOptions<C>,
): Rotation {
  const { names, offsetDeg } = writingOf(convention);
  const [first, second, third] = names.map((name) => requireFinite(name, valueOf(angles, name), "degrees"));
  return rotationFromEuler({ rotDeg: first! - offsetDeg, tiltDeg: second!, psiDeg: third! + offsetDeg });
}

/**
 * The three angles by which a program writes a rotation, in degrees: the second in [0, 180], the others in (-180, 180].
 * Where the second is 0 or 180 only the third is left to choose, and the first is 0.
 *
 * @throws ValueError if the convention is not one of those
 * @example
 * ```ts
 * const rotation = rotationFromEuler({ rotDeg: 10, tiltDeg: 70, psiDeg: 30 });
 * anglesFromRotation(rotation, { convention: "imagic" }); // { alphaDeg: 100, betaDeg: 70, gammaDeg: -60 }
 * ```
 */
export function anglesFromRotation<C extends AngleConvention>(
  rotation: Rotation,
  { convention }: AngleOptions<C>,
): ConventionAngles[C] {
  const { names, offsetDeg } = writingOf(convention);
  const { rotDeg, tiltDeg, psiDeg } = eulerFromRotation(rotation);
  // at a pole the rotation depends on psi + rot, or psi - rot: the offset of the first angle goes into the third
  const atPole = Math.sin(degToRad(tiltDeg)) < poleSine;
  const first = atPole ? 0 : rotDeg + offsetDeg;
  const third = psiDeg - offsetDeg + (atPole ? (tiltDeg < 90 ? offsetDeg : -offsetDeg) : 0);
  return Object.fromEntries([
    [names[0], wrappedDeg(first)],
    [names[1], tiltDeg],
    [names[2], wrappedDeg(third)],
  ]) as unknown as ConventionAngles[C];
}

function writingOf(convention: string): Writing {
  return writings[requireOneOf("convention", convention, Object.keys(writings) as AngleConvention[])];
}

function valueOf(angles: object, name: string): number {
  return (angles as Readonly<Record<string, number>>)[name]!;
}
