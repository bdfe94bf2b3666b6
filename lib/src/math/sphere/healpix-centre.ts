import { requireInteger } from "../../core/index.js";
import type { Vector3 } from "../rotation.js";
import { healpixGrid, healpixPixelCount, ringOf } from "./healpix-grid.js";
import type { HealpixOptions, RingPlace } from "./healpix-grid.js";
import { placeOfNested, placeOfRing } from "./healpix-index.js";

/**
 * The centre of a pixel of a HEALPix division of the sphere, a unit vector.
 *
 * @throws ValueError if the division has no such pixel, or there is no such division
 * @example
 * ```ts
 * directionFromVector(healpixCentre(3, { nside: 4 })); // { rotDeg: 45, tiltDeg: 60 }
 * ```
 */
export function healpixCentre(pixel: number, options: HealpixOptions): Vector3 {
  const { nside, scheme } = healpixGrid(options);
  requireInteger("pixel", pixel, 0, healpixPixelCount(nside) - 1);
  const place = scheme === "ring" ? placeOfRing(pixel, nside) : ringOf(placeOfNested(pixel, nside), nside);
  return centreOf(place, nside);
}

function centreOf({ ring, quarter, halves }: RingPlace, nside: number): Vector3 {
  const longitude = (halves * Math.PI) / (4 * quarter);
  const [z, sine] = heightOf(ring, quarter, nside);
  return [sine * Math.cos(longitude), sine * Math.sin(longitude), z];
}

/** Cosine and sine of the tilt of a ring: rings of a cap lie so that all pixels have one area, those of the belt evenly in z. */
function heightOf(ring: number, quarter: number, nside: number): [z: number, sine: number] {
  if (quarter < nside) {
    const below = quarter ** 2 / (3 * nside ** 2);
    const z = 1 - below;
    return [ring < nside ? z : -z, Math.sqrt(below * (2 - below))];
  }
  const z = (2 * (2 * nside - ring)) / (3 * nside);
  return [z, Math.sqrt(1 - z * z)];
}
