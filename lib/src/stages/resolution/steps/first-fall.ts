import type { ShellCorrelation } from "../../../model/index.js";

/**
 * Spatial frequency, in 1/Å, at which a correlation first falls below a threshold given shell by shell; `undefined` where
 * it never does. The rule: from shell 1 outward, the first shell below; the frequency is where the straight line from the
 * shell before it meets the threshold. Shell 0 holds only the mean and is never looked at, so a correlation that is already
 * below in shell 1 falls there. Shells without power are passed over.
 */
export function firstFall(
  { spatialFrequencyInvA, correlation }: ShellCorrelation,
  threshold: Float64Array,
): number | undefined {
  let before = Number.NaN;
  let at = 0;
  for (let shell = 1; shell < correlation.length; shell++) {
    const margin = correlation[shell]! - threshold[shell]!;
    if (Number.isNaN(margin)) continue;
    const frequency = spatialFrequencyInvA[shell]!;
    if (margin < 0) {
      return Number.isNaN(before) ? frequency : at + ((frequency - at) * before) / (before - margin);
    }
    before = margin;
    at = frequency;
  }
  return undefined;
}
