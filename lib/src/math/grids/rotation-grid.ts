import { requireInteger, requireOneOf } from "../../core/index.js";
import { directionFromVector } from "../direction.js";
import type { Direction } from "../direction.js";
import { rotationFromEuler } from "../euler.js";
import { composed, identityRotation } from "../rotation.js";
import type { Rotation } from "../rotation.js";
import type { PointGroup } from "../symmetry/point-group.js";
import { pointGroup } from "../symmetry/point-group.js";
import { directionGrid } from "./direction-grid.js";

/** From where the in-plane angle of each direction is counted. */
export type InPlaneOrigin = "euler" | "hopf";

/** How fine a grid of rotations is, what it covers and how it lies. */
export interface RotationGridOptions {
  /** HEALPix order of the directions, from 0 to 8; in-plane steps are `60° / 2^order`, as wide as the pixels. */
  readonly order: number;
  /**
   * `"euler"`, the default: psi runs through the multiples of its step, as in RELION. `"hopf"`: psi + rot does, which
   * is the angle left after the shortest way to the direction (Yershova et al. 2010, "Generating uniform incremental grids
   * on SO(3) using the Hopf fibration", Int. J. Robotics Res. 29, 801).
   */
  readonly inPlane?: InPlaneOrigin;
  /** Only the asymmetric unit of this group is covered; all rotations by default. */
  readonly symmetry?: PointGroup;
  /** Turns the whole grid in the map's frame: a small `randomTurn` for a search that should not see the same views again. */
  readonly turn?: Rotation;
}

/** A grid of rotations that covers all of them evenly. Its members are made when asked for, by `gridRotation`. */
export interface RotationGrid {
  readonly kind: "rotation-grid";
  readonly order: number;
  readonly inPlane: InPlaneOrigin;
  readonly symmetry: PointGroup;
  readonly turn: Rotation;
  /** Directions of projection before the turn. */
  readonly directions: readonly Direction[];
  /** In-plane angles of each direction. */
  readonly psiCount: number;
  readonly psiStepDeg: number;
  /** Number of rotations: directions times in-plane angles. */
  readonly count: number;
}

/**
 * A uniform grid of rotations: HEALPix directions, each with evenly spaced in-plane angles, about as far apart as the
 * directions. Order 0 has 72 rotations 60° apart; each further order has 8 times as many, half as far apart.
 *
 * @throws ValueError if the order is not a whole number from 0 to 8
 * @example
 * ```ts
 * const grid = rotationGrid({ order: 2 }); // 192 directions, 24 in-plane angles of 15 degrees
 * grid.count; // 4608
 * ```
 */
export function rotationGrid(options: RotationGridOptions): RotationGrid {
  const { order, inPlane = "euler", symmetry = pointGroup("C1"), turn = identityRotation } = options;
  requireOneOf("inPlane", inPlane, ["euler", "hopf"]);
  const directions = directionGrid({ order, symmetry }).map(directionFromVector);
  const psiCount = 6 * 2 ** order;
  return {
    kind: "rotation-grid",
    order,
    inPlane,
    symmetry,
    turn,
    directions,
    psiCount,
    psiStepDeg: 360 / psiCount,
    count: directions.length * psiCount,
  };
}

/**
 * One rotation of a grid. In-plane angles run fastest, directions in the order of the grid's list.
 *
 * @throws ValueError if the grid has no such member
 * @example
 * ```ts
 * eulerFromRotation(gridRotation(rotationGrid({ order: 2 }), 25)); // { rotDeg: 56.25, tiltDeg: 70.53, psiDeg: 15 }
 * ```
 */
export function gridRotation(grid: RotationGrid, index: number): Rotation {
  requireInteger("index", index, 0, grid.count - 1);
  const { rotDeg, tiltDeg } = grid.directions[Math.floor(index / grid.psiCount)]!;
  const inPlaneDeg = (index % grid.psiCount) * grid.psiStepDeg;
  const psiDeg = grid.inPlane === "hopf" ? inPlaneDeg - rotDeg : inPlaneDeg;
  return composed(rotationFromEuler({ rotDeg, tiltDeg, psiDeg }), grid.turn);
}
