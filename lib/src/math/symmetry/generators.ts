import { ValueError } from "../../core/index.js";
import { rotationAbout } from "../rotation-about.js";
import type { Rotation, Vector3 } from "../rotation.js";

/** The turns from which a point group grows. */
export interface Generators {
  /** The name as the library writes it: in capitals, with the setting where there is a choice. */
  readonly name: string;
  /** Axis and fold of each turn. */
  readonly turns: readonly Rotation[];
}

/** The golden ratio, of which every axis of an icosahedron is made. */
const golden = (1 + Math.sqrt(5)) / 2;

const x: Vector3 = [1, 0, 0];
const y: Vector3 = [0, 1, 0];
const z: Vector3 = [0, 0, 1];

function turn(fold: number, axis: Vector3): Rotation {
  return rotationAbout(axis, 360 / fold);
}

/** Fixed groups by name: two axes are enough for each. */
const polyhedral: Readonly<Record<string, readonly Rotation[]>> = {
  T: [turn(3, z), turn(2, [0, Math.SQRT2, 1])],
  O: [turn(4, z), turn(3, [1, 1, 1])],
  I1: [turn(2, x), turn(2, y), turn(5, [golden, 0, -1])],
  I2: [turn(2, x), turn(2, y), turn(5, [1, 0, golden])],
  I3: [turn(5, z), turn(2, [-1, 0, golden])],
  I4: [turn(5, z), turn(2, [1, 0, golden])],
};

/**
 * Reads the name of a point group, in capitals or not: C1 to C999, D1 to D999, T, O, I (which is I2), I1 to I4.
 *
 * @throws ValueError if it is none of them
 */
export function generatorsOf(text: string): Generators {
  const given = text.toUpperCase();
  const name = given === "I" ? "I2" : given;
  const [, family, fold] = /^([CD])([1-9]\d{0,2})$/.exec(name) ?? [];
  if (family === "C") return { name, turns: [turn(Number(fold), z)] };
  if (family === "D") return { name, turns: [turn(Number(fold), z), turn(2, x)] };
  const turns = polyhedral[name];
  if (turns !== undefined) return { name, turns };
  throw new ValueError("point group", {
    got: text,
    wanted: "C1, C2, ..., D1, D2, ..., T, O, or I1 to I4",
    hint: /^(C|D)\d+[VH]$|^C[ISV]|^[TOI]\d?[HD]$/.test(given)
      ? "molecules have a hand, so groups with mirrors are not theirs"
      : "RELION's names; I stands for I2",
  });
}
