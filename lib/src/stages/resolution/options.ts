import type { TaskOptions } from "../../core/index.js";
import type { Image, Volume } from "../../model/index.js";

/** Options of {@link fourierShellCorrelation}. */
export interface ShellCorrelationOptions extends TaskOptions {
  /** Multiplied into both maps first, e.g. from `softMask`. Default: none, the only choice that adds no correlation. */
  readonly mask?: Volume;
}

/** Options of {@link fourierRingCorrelation}. */
export interface RingCorrelationOptions extends TaskOptions {
  /** Multiplied into both images first. Default: none, the only choice that adds no correlation. */
  readonly mask?: Image;
}

/**
 * The thresholds of the field, by name:
 * - `"0.143"`: 1/7, where the map of all data would correlate 0.5 with the truth (Rosenthal & Henderson 2003);
 * - `"0.333"`: 1/3, where the map of all data has a signal-to-noise ratio of 1;
 * - `"0.5"`: where each half map has a signal-to-noise ratio of 1;
 * - `"half-bit"`, `"one-bit"`: half a bit or a bit of information per coefficient, were each a channel of Shannon's
 *   (van Heel & Schatz 2005); these depend on the number of coefficients in the shell.
 */
export type ThresholdName = "0.143" | "0.333" | "0.5" | "half-bit" | "one-bit";

/** The thresholds that {@link shellCorrelationCurve} draws: the one that is reported, the old one, and one that varies. */
export const drawnThresholds: readonly ThresholdName[] = ["0.143", "0.5", "half-bit"];

/** What {@link resolutionAt} takes. */
export interface ResolutionOptions {
  /** A correlation from 0 to 1, or a threshold by its name. */
  readonly threshold: number | ThresholdName;
}
