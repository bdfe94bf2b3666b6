export { fourierRingCorrelation } from "./fourier-ring-correlation.js";
export { fourierShellCorrelation } from "./fourier-shell-correlation.js";
export { fscThreshold } from "./fsc-threshold.js";
export type {
  ResolutionOptions,
  RingCorrelationOptions,
  ShellCorrelationOptions,
  ThresholdName,
} from "./options.js";
export { referenceCorrelation } from "./reference-correlation.js";
export { resolutionAt } from "./resolution-at.js";
export type { ImagePair, VolumePair } from "./result.js";
export { shellCorrelationCurve } from "./shell-correlation-curve.js";
