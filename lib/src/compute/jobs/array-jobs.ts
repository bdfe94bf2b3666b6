import type { Resident } from "../resident.js";

/** `to = a b`, or `a b*` when `conjugate`: element by element, complex. `b` may be shorter than `a`: it is then used again and again. */
export interface MultiplyJob {
  readonly a: Resident;
  readonly b: Resident;
  /** May be `a`. */
  readonly to: Resident;
  readonly conjugate: boolean;
}

/**
 * Multiplies half spectra by `exp(-2 pi i k s / n)` along each axis, which moves what they are the transforms of by `s`. In place.
 * The Nyquist frequency of an even axis stands for both its signs and is multiplied by their mean, `cos(pi s)`, so that what comes
 * out is the transform of real data again.
 */
export interface ShiftJob {
  readonly spectra: Resident;
  /** Shape of the real arrays, 1 to 3 axes, slow to fast. */
  readonly shape: readonly number[];
  readonly batch: number;
  /** Pixels to move by, one number per axis in the order of `shape`, for each array of the batch. */
  readonly shifts: Float64Array;
}

/** How values between samples are made: the nearest one, straight lines, or cubic B-splines (of coefficients filtered before). */
export type Interpolation = "nearest" | "linear" | "cubic";

/**
 * Reads a 3D array (or 2D: one of a single plane) at `matrix * (out - origin) + origin + offset` for every point `out` of the result, all in
 * `[x, y, z]` voxels, origin at `floor(n / 2)`. The array ends half a sample beyond its border samples, about which it
 * is mirrored; outside is 0.
 */
export interface ResampleJob {
  readonly from: Resident;
  readonly to: Resident;
  /** `[nz, ny, nx]` of both. */
  readonly shape: readonly [number, number, number];
  /** Nine numbers, row after row. */
  readonly matrix: readonly number[];
  readonly offset: readonly [x: number, y: number, z: number];
  readonly interpolation: Interpolation;
}
