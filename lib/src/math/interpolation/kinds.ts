import type { TaskOptions } from "../../core/index.js";

/** How values between samples are made: the nearest sample, straight lines, or cubic B-splines through the samples. */
export type Interpolation = "nearest" | "linear" | "cubic";

/**
 * What lies outside the array: its mirror image about the centres of the border samples (`d c b | a b c d | c b a`), or zero.
 * The array ends half a sample beyond the centre of its border samples; in that rim it is mirrored either way.
 */
export type Outside = "mirror" | "zero";

/** Options of reading between samples, and of its adjoint. */
export interface InterpolationOptions extends TaskOptions {
  readonly interpolation?: Interpolation;
  readonly outside?: Outside;
  /** What a cubic interpolation reads: samples, or coefficients made before by `bsplineCoefficients`. */
  readonly of?: "samples" | "coefficients";
}

/** Defaults of interpolation, with their reasons. */
export const interpolationDefaults = {
  /** Cubic: on smooth data its error is a small part of that of straight lines, for a few times the work. */
  interpolation: "cubic",
  /** Zero: what was not recorded adds nothing. */
  outside: "zero",
  /** Samples: coefficients are worth keeping only where one array is read many times. */
  of: "samples",
} as const;

/** Options with their defaults. */
export type ResolvedInterpolation = Required<Omit<InterpolationOptions, keyof TaskOptions>>;
