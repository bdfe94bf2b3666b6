import type { Gain } from "./scale-by-frequency.js";

/** Gain of a B factor in Å², `exp(-B s² / 4)` with s in 1/Å; negative B sharpens. `samplingA` is Å per pixel or voxel. */
export function bFactorGain(bFactorA2: number, samplingA: number): Gain {
  const exponent = -bFactorA2 / (4 * samplingA * samplingA);
  return (cyclesPerPx) => Math.exp(exponent * cyclesPerPx * cyclesPerPx);
}
