import type { Task } from "../core/index.js";
import type { Shape } from "../array/index.js";
import { halfWidth } from "./spectrum.js";

/**
 * Signed frequency of element `index` of an axis of `size`, in Fourier pixels (cycles per axis length).
 * The Nyquist frequency of an even axis counts as negative, `-size / 2`.
 *
 * @example
 * ```ts
 * [0, 1, 2, 3].map((index) => frequencyIndex(index, 4)); // [0, 1, -2, -1]
 * ```
 */
export function frequencyIndex(index: number, size: number): number {
  return index < (size + 1) >> 1 ? index : index - size;
}

/**
 * Shell of a radius in Fourier pixels: the nearest whole number. Shells are one Fourier pixel wide.
 *
 * @example
 * ```ts
 * [0, 1.49, 1.51].map(shellIndex); // [0, 1, 2]
 * ```
 */
export function shellIndex(radius: number): number {
  return Math.round(radius);
}

/** Shells from the origin up to the Nyquist frequency of a box of `boxSize`: `floor(boxSize / 2) + 1`. */
export function shellCount(boxSize: number): number {
  return Math.floor(boxSize / 2) + 1;
}

/**
 * The side that measures radii, in pixels: one Fourier pixel is the frequency 1 / (boxSize pixels). In a box whose sides
 * differ it is the longest, and radii are physical frequencies: a wave of 8 pixels has the same radius along every axis.
 */
export function boxSizeOf(shape: Shape): number {
  return Math.max(...shape);
}

/** One row of a half spectrum: what is the same for all its elements. */
export interface FrequencyRow {
  /** Complex index of its first element. */
  readonly start: number;
  /** Square of the radius from the slow axes, in Fourier pixels. */
  readonly square: number;
}

/** What the elements of every row share. */
export interface FrequencyColumns {
  /** Square of the radius from the fastest axis, in Fourier pixels. */
  readonly squares: Float64Array;
  /** How often an element stands in the full spectrum: 2 with its Friedel mate, 1 where the half holds both. */
  readonly counts: Float64Array;
}

/**
 * Visits a half spectrum row by row; the squared radius of element `x` of a row is `row.square + columns.squares[x]`.
 * Breathes between rows.
 */
export async function forEachFrequencyRow(
  shape: Shape,
  task: Task,
  visit: (row: FrequencyRow, columns: FrequencyColumns) => void,
): Promise<void> {
  const boxSize = boxSizeOf(shape);
  const size = shape.at(-1)!;
  const width = halfWidth(size);
  const columns = {
    squares: squaresOf(size, width, boxSize),
    counts: Float64Array.from({ length: width }, (_, x) => (x === 0 || 2 * x === size ? 1 : 2)),
  };
  const ny = shape.at(-2) ?? 1;
  const nz = shape.at(-3) ?? 1;
  const y2 = squaresOf(ny, ny, boxSize);
  const z2 = squaresOf(nz, nz, boxSize);
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      visit({ start: (z * ny + y) * width, square: z2[z]! + y2[y]! }, columns);
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
  }
}

function squaresOf(size: number, count: number, boxSize: number): Float64Array {
  return Float64Array.from(
    { length: count },
    (_, index) => ((frequencyIndex(index, size) * boxSize) / size) ** 2,
  );
}
