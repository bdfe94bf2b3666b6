import { requireInteger } from "../../core/index.js";
import type { Vector3 } from "../rotation.js";
import { healpixCentre } from "../sphere/healpix-centre.js";
import { healpixPixelCount } from "../sphere/healpix-grid.js";
import { inAsymmetricUnit } from "../symmetry/asymmetric-unit.js";
import type { PointGroup } from "../symmetry/point-group.js";
import { pointGroup } from "../symmetry/point-group.js";

/** How fine a grid of directions is, and which part of the sphere it covers. */
export interface DirectionGridOptions {
  /** HEALPix order, from 0 to 8: pixels are `58.6° / 2^order` wide. */
  readonly order: number;
  /** Only the asymmetric unit of this group is covered; all of the sphere by default. */
  readonly symmetry?: PointGroup;
}

/**
 * Directions spread evenly over the sphere: the centres of the HEALPix pixels of an order, in nested order, as RELION
 * lists them. Of directions that a symmetry makes equal one is left.
 *
 * @throws ValueError if the order is not a whole number from 0 to 8
 * @example
 * ```ts
 * directionGrid({ order: 2 }).length; // 192
 * directionGrid({ order: 2, symmetry: pointGroup("C4") }).length; // 48
 * ```
 */
export function directionGrid({ order, symmetry = pointGroup("C1") }: DirectionGridOptions): Vector3[] {
  const nside = 2 ** requireInteger("order", order, 0, 8);
  return Array.from({ length: healpixPixelCount(nside) }, (_, pixel) =>
    healpixCentre(pixel, { nside }),
  ).filter((direction) => inAsymmetricUnit(direction, symmetry));
}
