import { unitVector } from "../direction.js";
import type { Vector3 } from "../rotation.js";
import { healpixGrid } from "./healpix-grid.js";
import type { FacePlace, HealpixOptions } from "./healpix-grid.js";
import { nestedIndex, ringIndex } from "./healpix-index.js";

/**
 * The pixel of a HEALPix division in which a direction lies. Vectors of any length are taken.
 *
 * @throws ValueError if the vector has no length, or there is no such division
 * @example
 * ```ts
 * healpixPixel([0, 0, 1], { nside: 4 }); // 15
 * healpixPixel(healpixCentre(100, { nside: 3, scheme: "ring" }), { nside: 3, scheme: "ring" }); // 100
 * ```
 */
export function healpixPixel(direction: Vector3, options: HealpixOptions): number {
  const { nside, scheme } = healpixGrid(options);
  const place = placeOf(unitVector("direction", direction), nside);
  return scheme === "ring" ? ringIndex(place, nside) : nestedIndex(place, nside);
}

/** Face and place in it: in the belt pixels are squares on their points over (longitude, z), in the caps over curves. */
function placeOf([x, y, z]: Vector3, nside: number): FacePlace {
  const sine = Math.hypot(x, y);
  const quarters = (Math.atan2(y, x) / (Math.PI / 2) + 4) % 4;
  return Math.abs(z) <= 2 / 3 ? placeInBelt(quarters, z, nside) : placeInCap(quarters, z, sine, nside);
}

function placeInBelt(quarters: number, z: number, nside: number): FacePlace {
  const falling = Math.floor(nside * (0.5 + quarters - 0.75 * z));
  const rising = Math.floor(nside * (0.5 + quarters + 0.75 * z));
  const [strip, otherStrip] = [Math.floor(falling / nside), Math.floor(rising / nside)];
  const zone = strip === otherStrip ? 1 : strip < otherStrip ? 0 : 2; // of northern, equatorial and southern faces
  const face = 4 * zone + (Math.min(strip, otherStrip) % 4);
  return { face, column: rising % nside, row: nside - 1 - (falling % nside) };
}

function placeInCap(quarters: number, z: number, sine: number, nside: number): FacePlace {
  const quarter = Math.min(3, Math.floor(quarters));
  const along = quarters - quarter;
  const rings = nside * sine * Math.sqrt(3 / (1 + Math.abs(z))); // from the pole, with no loss of digits there
  const fromWest = Math.min(nside - 1, Math.floor(along * rings));
  const fromEast = Math.min(nside - 1, Math.floor((1 - along) * rings));
  return z > 0
    ? { face: quarter, column: nside - 1 - fromEast, row: nside - 1 - fromWest }
    : { face: quarter + 8, column: fromWest, row: fromEast };
}
