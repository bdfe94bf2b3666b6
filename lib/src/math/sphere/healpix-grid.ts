import { requireInteger, requireOneOf, ValueError } from "../../core/index.js";

/** In which order the pixels are counted: along rings of one latitude, or as a quadtree inside each of the 12 faces. */
export type HealpixScheme = "ring" | "nested";

/** A division of the sphere into `12 nside²` pixels of equal area (Górski et al. 2005, Astrophys. J. 622, 759). */
export interface HealpixOptions {
  /** Pixels along the side of a face: 1 to 8192; a power of two where the scheme is nested. */
  readonly nside: number;
  /** `"nested"` by default: RELION lists its directions so. */
  readonly scheme?: HealpixScheme;
}

/** A pixel by its face and its place in it: `column` towards the north-east, `row` towards the north-west. */
export interface FacePlace {
  readonly face: number;
  readonly column: number;
  readonly row: number;
}

/**
 * How many pixels a division has.
 *
 * @throws ValueError if nside is not a whole number from 1 to 8192
 * @example
 * ```ts
 * healpixPixelCount(4); // 192
 * ```
 */
export function healpixPixelCount(nside: number): number {
  return 12 * requireInteger("nside", nside, 1, 8192) ** 2;
}

/** The options, checked and complete. */
export function healpixGrid({ nside, scheme = "nested" }: HealpixOptions): Required<HealpixOptions> {
  requireInteger("nside", nside, 1, 8192);
  requireOneOf("scheme", scheme, ["ring", "nested"]);
  if (scheme === "nested" && (nside & (nside - 1)) !== 0) {
    throw new ValueError("nside", {
      got: nside,
      wanted: "a power of two where the scheme is nested",
      hint: "rings take every nside",
    });
  }
  return { nside, scheme };
}

/** For each face, the ring of its southernmost corner and the longitude of its middle, in sides and in eighths of a turn. */
const southRing = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4];
const middleEighth = [1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7];

/** Where a pixel of a face lies: its ring, counted from 1 at the north, and how far along. */
export interface RingPlace {
  readonly ring: number;
  /** A quarter of the pixels of the ring. */
  readonly quarter: number;
  /** Longitude of the centre in half pixels of the ring. */
  readonly halves: number;
}

/** The ring of a pixel of a face. */
export function ringOf({ face, column, row }: FacePlace, nside: number): RingPlace {
  const ring = southRing[face]! * nside - column - row - 1;
  const quarter = Math.min(ring, nside, 4 * nside - ring);
  return { ring, quarter, halves: middleEighth[face]! * quarter + column - row };
}
