import { degToRad, requireBetween, requirePositive } from "../../core/index.js";
import { composed } from "../rotation.js";
import type { Rotation } from "../rotation.js";
import { rotationFromVector } from "../rotation-vector.js";

/** How far and how finely to look around a rotation. */
export interface LocalRotationsOptions {
  /** Largest angle from the centre, in degrees, up to 90. */
  readonly radiusDeg: number;
  /** Angle between neighbours, in degrees; at the edge it is smaller, by 1 % at 30° and 10 % at 90°. */
  readonly stepDeg: number;
}

/**
 * Rotations on an even grid within a radius of one: rotation vectors on a cubic lattice, the centre first
 * and the others in order of their distance from it.
 *
 * @throws ValueError if the radius is not in [0, 90], or the step not above 0
 * @example
 * ```ts
 * localRotations(identityRotation, { radiusDeg: 6, stepDeg: 3 }).length; // 33
 * ```
 */
export function localRotations(centre: Rotation, { radiusDeg, stepDeg }: LocalRotationsOptions): Rotation[] {
  requireBetween("radiusDeg", radiusDeg, 0, 90, "degrees");
  const step = degToRad(requirePositive("stepDeg", stepDeg, "degrees"));
  return latticeBall(radiusDeg / stepDeg).map(([i, j, k]) =>
    composed(rotationFromVector([i * step, j * step, k * step]), centre),
  );
}

/** Points of the lattice of whole numbers within a radius, the nearest first. */
function latticeBall(radius: number): [number, number, number][] {
  const reach = Math.floor(radius * (1 + 1e-12)); // a radius of whole steps keeps its outermost points
  const line = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const square = ([i, j, k]: readonly number[]): number => i! * i! + j! * j! + k! * k!;
  return line
    .flatMap((i) => line.flatMap((j) => line.map((k): [number, number, number] => [i, j, k])))
    .filter((point) => square(point) <= radius * radius * (1 + 1e-12))
    .sort((a, b) => square(a) - square(b));
}
