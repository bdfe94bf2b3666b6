import { curve } from "../../model/index.js";
import type { Crossing, Curve, ShellCorrelation } from "../../model/index.js";
import { fscThreshold } from "./fsc-threshold.js";
import { drawnThresholds } from "./options.js";
import { firstFall } from "./steps/first-fall.js";

/**
 * A shell correlation as a curve over spatial frequency in 1/Å, with the thresholds 0.143, 0.5 and half-bit beside it and
 * the resolution in Å where it first falls below each; the rule is that of {@link resolutionAt}.
 *
 * @row K1
 * @example
 * ```ts
 * const map = volume(Float32Array.from({ length: 512 }, (_, i) => Math.sin(i * i)), { shape: [8, 8, 8], voxelSizeA: 2 });
 * const shown = shellCorrelationCurve(await fourierShellCorrelation({ a: map, b: map }));
 * shown.series.map(({ name }) => name); // ["FSC", "0.143", "0.5", "half-bit"]
 * ```
 */
export function shellCorrelationCurve(fsc: ShellCorrelation): Curve {
  const name = fsc.dimensions === 3 ? "FSC" : "FRC";
  const thresholds = drawnThresholds.map((threshold) => ({
    name: threshold,
    values: fscThreshold(threshold, fsc),
    role: "threshold" as const,
  }));
  return curve({
    title: fsc.dimensions === 3 ? "Fourier shell correlation" : "Fourier ring correlation",
    x: { label: "Spatial frequency", unit: "1/Å", values: fsc.spatialFrequencyInvA },
    y: { label: name, unit: "" },
    series: [{ name, values: fsc.correlation, role: "data" }, ...thresholds],
    crossings: thresholds.map(({ name: threshold, values }): Crossing => {
      const x = firstFall(fsc, values);
      return { series: name, threshold, x, ...(x !== undefined && { resolutionA: 1 / x }) };
    }),
  });
}
