import type { Gain } from "./scale-by-frequency.js";

/**
 * How a filter passes from 1 to 0. At the asked frequency every one of them lets through half the power, -3 dB:
 * an amplitude of sqrt(1/2).
 * - `raised-cosine`: exactly 1, then half a period of a cosine, then exactly 0;
 * - `gaussian`: a bell, without ringing; its pass band is not flat;
 * - `butterworth`: `1 / sqrt(1 + (f / f0)^(2 order))`, as flat as a smooth curve can be at zero frequency.
 */
export type FilterProfile = "raised-cosine" | "gaussian" | "butterworth";

/** The numbers of a profile. */
export interface ProfileShape {
  readonly profile: FilterProfile;
  /** Width of the raised cosine from 1 to 0, in cycles per pixel. */
  readonly edge: number;
  /** Order of the Butterworth profile. */
  readonly order: number;
}

const halfPower = Math.SQRT1_2;
/** Where in its edge, 0 to 1, the raised cosine `(1 + cos(pi t)) / 2` falls to half the power. */
const cosineHalfPower = Math.acos(2 * halfPower - 1) / Math.PI;
/** Exponents at which a Gaussian, and one less a Gaussian, have half the power. */
const gaussianLow = Math.log(2) / 2;
const gaussianHigh = -Math.log(1 - halfPower);

/** Lets low frequencies through; `cutoff` is the -3 dB point in cycles per pixel. Zero frequency always passes whole. */
export function lowPassGain(cutoff: number, { profile, edge, order }: ProfileShape): Gain {
  switch (profile) {
    case "raised-cosine": {
      const width = Math.min(edge, cutoff / cosineHalfPower);
      const from = cutoff - cosineHalfPower * width;
      return (f) => fall((f - from) / width);
    }
    case "gaussian":
      return (f) => Math.exp(-gaussianLow * (f / cutoff) ** 2);
    case "butterworth":
      return (f) => 1 / Math.sqrt(1 + (f / cutoff) ** (2 * order));
  }
}

/** Lets high frequencies through; `cutoff` is the -3 dB point in cycles per pixel. Zero frequency is always taken out. */
export function highPassGain(cutoff: number, { profile, edge, order }: ProfileShape): Gain {
  switch (profile) {
    case "raised-cosine": {
      const width = Math.min(edge, cutoff / (1 - cosineHalfPower));
      const to = cutoff + cosineHalfPower * width;
      return (f) => fall((to - f) / width);
    }
    case "gaussian":
      return (f) => 1 - Math.exp(-gaussianHigh * (f / cutoff) ** 2);
    case "butterworth":
      return (f) => (f === 0 ? 0 : 1 / Math.sqrt(1 + (cutoff / f) ** (2 * order)));
  }
}

/** A raised cosine: 1 up to t = 0, 0 from t = 1. */
export function fall(t: number): number {
  if (t <= 0) return 1;
  if (t >= 1) return 0;
  return (1 + Math.cos(Math.PI * t)) / 2;
}
