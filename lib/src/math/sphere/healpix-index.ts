import type { FacePlace, RingPlace } from "./healpix-grid.js";
import { ringOf } from "./healpix-grid.js";

/** Number of a pixel in the nested scheme: the bits of its column and row in turn, face after face. */
export function nestedIndex({ face, column, row }: FacePlace, nside: number): number {
  return face * nside * nside + spread(column) + 2 * spread(row);
}

/** Place of a pixel of the nested scheme. */
export function placeOfNested(pixel: number, nside: number): FacePlace {
  const face = Math.floor(pixel / (nside * nside));
  const inside = pixel - face * nside * nside;
  return { face, column: gathered(inside), row: gathered(inside >>> 1) };
}

/** Number of a pixel in the ring scheme: from the north pole downwards, along each ring from longitude 0 eastwards. */
export function ringIndex(place: FacePlace, nside: number): number {
  const { ring, quarter, halves } = ringOf(place, nside);
  const length = 4 * quarter;
  // centres stand at odd half pixels in the caps, and in every other ring of the belt
  const along = (Math.floor(halves / 2) + length) % length;
  if (ring < nside) return 2 * ring * (ring - 1) + along;
  if (ring <= 3 * nside) return 2 * nside * (nside - 1) + (ring - nside) * 4 * nside + along;
  return 12 * nside * nside - 2 * quarter * (quarter + 1) + along;
}

/** Place of a pixel of the ring scheme. */
export function placeOfRing(pixel: number, nside: number): RingPlace {
  const total = 12 * nside * nside;
  const cap = 2 * nside * (nside - 1);
  if (pixel < cap) return placeInCap(pixel);
  if (pixel >= total - cap) {
    const { ring, quarter, halves } = placeInCap(total - 1 - pixel);
    return { ring: 4 * nside - ring, quarter, halves: 8 * quarter - halves };
  }
  const row = Math.floor((pixel - cap) / (4 * nside));
  const along = (pixel - cap) % (4 * nside);
  return { ring: nside + row, quarter: nside, halves: row % 2 === 0 ? 2 * along + 1 : 2 * along };
}

function placeInCap(pixel: number): RingPlace {
  const ring = Math.floor((1 + Math.sqrt(1 + 2 * pixel)) / 2);
  return { ring, quarter: ring, halves: 2 * (pixel - 2 * ring * (ring - 1)) + 1 };
}

/** The bits of a number below 2^13, each followed by a 0. */
function spread(value: number): number {
  let out = 0;
  for (let bit = 0; value >> bit !== 0; bit++) out |= ((value >> bit) & 1) << (2 * bit);
  return out;
}

/** Every other bit of a number below 2^26, from the lowest. */
function gathered(value: number): number {
  let out = 0;
  for (let bit = 0; value >> (2 * bit) !== 0; bit++) out |= ((value >> (2 * bit)) & 1) << bit;
  return out;
}
