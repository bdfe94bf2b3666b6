import { ShapeError } from "../core/index.js";

/** Correlation of two images (rings, FRC) or maps (shells, FSC) over spatial frequency. */
export interface ShellCorrelation {
  readonly kind: "shell-correlation";
  readonly dimensions: 2 | 3;
  /** Centre of each shell, in 1/Å; shell 0 is the origin. */
  readonly spatialFrequencyInvA: Float64Array;
  /** Correlation in `[-1, 1]`; NaN where a shell holds no power. */
  readonly correlation: Float64Array;
  /** Independent complex Fourier coefficients in each shell (Friedel mates counted once). */
  readonly coefficients: Float64Array;
  /** Box size in pixels: the shells are one Fourier pixel, 1 / (boxSizePx * voxelSizeA), wide. */
  readonly boxSizePx: number;
  readonly voxelSizeA: number;
}

/** Makes a {@link ShellCorrelation}. @throws ShapeError if the columns differ in length */
export function shellCorrelationOf(parts: Omit<ShellCorrelation, "kind">): ShellCorrelation {
  const n = parts.spatialFrequencyInvA.length;
  if (parts.correlation.length !== n || parts.coefficients.length !== n) {
    throw new ShapeError("shell correlation", {
      got: `${parts.correlation.length} correlations, ${parts.coefficients.length} counts`,
      wanted: `${n} of each`,
    });
  }
  return { kind: "shell-correlation", ...parts };
}
