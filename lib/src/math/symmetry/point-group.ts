import { composed, identityRotation } from "../rotation.js";
import type { Rotation } from "../rotation.js";
import { generatorsOf } from "./generators.js";

/** The rotations that leave a molecule as it is. */
export interface PointGroup {
  readonly kind: "point-group";
  /** In capitals: `"D7"`, `"I2"`. */
  readonly name: string;
  /** How many rotations there are, the one that leaves everything in its place among them. */
  readonly order: number;
  /** All of them, the identity first: a map has the same density at `v` and at `rotated(rotation, v)`. */
  readonly rotations: readonly Rotation[];
}

/** Difference of elements up to which two matrices are one: far above rounding, far below the turns of C999. */
const sameElement = 1e-6;

/**
 * The point group of a name, with RELION's axes:
 *
 * | name | order | axes |
 * |---|---|---|
 * | `Cn` | n | n-fold along z; C1 has none |
 * | `Dn` | 2n | n-fold along z, 2-fold along x |
 * | `T` | 12 | 3-fold along z, 2-fold in the plane of y and z, 54.7° from z towards y |
 * | `O` | 24 | 4-fold along x, y, z |
 * | `I1` | 60 | 2-fold along x, y, z; 5-fold in the plane of x and z, 31.7° from x |
 * | `I2`, `I` | 60 | 2-fold along x, y, z; 5-fold in the plane of x and z, 31.7° from z |
 * | `I3` | 60 | 5-fold along z, 2-fold 31.7° from z towards -x |
 * | `I4` | 60 | 5-fold along z, 2-fold 31.7° from z towards x |
 *
 * A view at `rotation` looks the same as one at `composed(rotation, turn)`, for each turn of the group.
 *
 * @throws ValueError if the name is none of those; groups with mirrors are not molecules'
 * @example
 * ```ts
 * pointGroup("D7").order; // 14
 * pointGroup("i").name; // "I2"
 * ```
 */
export function pointGroup(name: string): PointGroup {
  const { name: standard, turns } = generatorsOf(name);
  const rotations = grown(turns);
  return { kind: "point-group", name: standard, order: rotations.length, rotations };
}

/** Every product of some rotations: each new one is turned once more by all of them, until nothing new comes. */
function grown(turns: readonly Rotation[]): Rotation[] {
  const found: Rotation[] = [identityRotation];
  for (const rotation of found) {
    for (const turn of turns) {
      const product = composed(turn, rotation);
      if (!found.some((known) => isSame(known, product))) found.push(product);
    }
  }
  return found;
}

function isSame(a: Rotation, b: Rotation): boolean {
  return a.every((element, i) => Math.abs(element - b[i]!) < sameElement);
}
