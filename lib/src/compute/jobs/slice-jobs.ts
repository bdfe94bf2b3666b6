import type { Resident } from "../resident.js";

/** Sizes of a grid of central slices. */
export interface SliceGridSize {
  /** Side of the padded box whose half spectrum the grid holds, in voxels; even. */
  readonly paddedSizePx: number;
  /** Whether slices are read from it, or added to it with weights. */
  readonly use: "gather" | "insert";
}

/** A 3D half spectrum in a backend's own layout. */
export interface SliceGrid extends SliceGridSize {
  readonly numbers: Resident;
}

/**
 * Central slices of a grid. Coefficient (u, v) of slice i, `0 <= u <= floor(n / 2)`, `v` signed, lies in the grid at
 * `(padded / n) * R_i^T (u, v, 0)`, by the central slice theorem; where its x is negative the conjugate at the opposite point stands for it.
 * Coefficients at a radius of `radiusPx` or beyond (`u² + v² >= radiusPx²`) are 0.
 */
export interface SliceJob {
  readonly grid: SliceGrid;
  /** Nine numbers per slice, row after row: the rotation that takes the map's coordinates to the image's. */
  readonly rotations: Float32Array;
  /** Side n of the images whose half spectra the slices are, in pixels. */
  readonly boxSizePx: number;
  /** In Fourier pixels of the images; at most n / 2. */
  readonly radiusPx: number;
}

/** Reads slices. */
export interface GatherJob extends SliceJob {
  /** `[slices, n, floor(n / 2) + 1]` complex. */
  readonly to: Resident;
}

/**
 * Adds slices. Each coefficient is shared out among the eight samples around its place, with the weights by which they would be read;
 * the grid's weights grow by the same shares of `weights`, or of 1 where none are given. Each coefficient is added once, where its x
 * is not negative; the coefficients of a slice's column u = 0 stand there twice and are each taken at half their weight and value.
 */
export interface InsertJob extends SliceJob {
  /** `[slices, n, floor(n / 2) + 1]` complex: each already multiplied by what it counts for. */
  readonly slices: Resident;
  /** `[slices, n, floor(n / 2) + 1]` real: what each coefficient counts for. */
  readonly weights?: Resident;
}
