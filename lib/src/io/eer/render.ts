import type { EerCoding } from "./coding.js";
import type { Events } from "./events.js";

/** Where electrons are counted: on the camera's pixels, on halves or quarters of them, or on pairs. */
export interface EerGrid {
  /** Pixels of the camera. */
  readonly width: number;
  readonly height: number;
  /** As RELION numbers it: -1 pairs of pixels, 1 pixels, 2 halves, 3 quarters along each side. */
  readonly upsampling: EerUpsampling;
}

export type EerUpsampling = -1 | 1 | 2 | 3;

/** Binary logarithm of the pixels of the image per pixel of the camera along a side. */
const finer: Readonly<Record<EerUpsampling, -1 | 0 | 1 | 2>> = { [-1]: -1, 1: 0, 2: 1, 3: 2 };

/** Sides of the image. A last odd row or column has no pair and is left out. */
export function gridShape({ width, height, upsampling }: EerGrid): readonly [ny: number, nx: number] {
  const scaled = (side: number): number => Math.floor(side * 2 ** finer[upsampling]);
  return [scaled(height), scaled(width)];
}

/** Counts electrons in an image that begins at `at` of `out`. */
export function countEvents(
  { pixels, places }: Events,
  count: number,
  grid: EerGrid,
  { horizontalBits, verticalBits }: EerCoding,
  out: Float32Array,
  at: number,
): void {
  const { width } = grid;
  const [ny, nx] = gridShape(grid);
  const up = finer[grid.upsampling];
  if (up === 0) {
    for (let i = 0; i < count; i++) out[at + pixels[i]!]! += 1;
    return;
  }
  const horizontalMask = (1 << horizontalBits) - 1;
  const [down, upX, upY] = [Math.max(0, -up), up - horizontalBits, up - verticalBits];
  let [row, rowStart] = [0, 0];
  for (let i = 0; i < count; i++) {
    const pixel = pixels[i]!;
    if (pixel - rowStart >= width) {
      row = Math.floor(pixel / width);
      rowStart = row * width;
    }
    const column = pixel - rowStart;
    if (down > 0) {
      const [y, x] = [row >> down, column >> down];
      if (y < ny && x < nx) out[at + y * nx + x]! += 1;
      continue;
    }
    const place = places[i]!;
    const x = (column << up) | scaledPlace(place & horizontalMask, upX);
    const y = (row << up) | scaledPlace(place >> horizontalBits, upY);
    out[at + y * nx + x]! += 1;
  }
}

/** A place in fewer or more parts of a pixel than it was written in. */
function scaledPlace(place: number, more: number): number {
  return more >= 0 ? place << more : place >> -more;
}
