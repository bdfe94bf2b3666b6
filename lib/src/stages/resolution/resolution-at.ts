import { requireBetween } from "../../core/index.js";
import type { ShellCorrelation } from "../../model/index.js";
import { fscThreshold } from "./fsc-threshold.js";
import type { ResolutionOptions } from "./options.js";
import { firstFall } from "./steps/first-fall.js";

/**
 * Resolution in Å at which a shell correlation first falls below a threshold; `undefined` where it never does.
 * The correlation is read as straight lines between the shells, from shell 1 outward; shells without power are passed over,
 * and a correlation that is below already in shell 1 gives that shell's resolution, the length of the box.
 *
 * @throws ValueError if the threshold is neither a known name nor a number from 0 to 1
 * @row K9
 * @example
 * ```ts
 * const map = volume(Float32Array.from({ length: 512 }, (_, i) => Math.sin(i * i)), { shape: [8, 8, 8], voxelSizeA: 2 });
 * const fsc = await fourierShellCorrelation({ a: map, b: map });
 * resolutionAt(fsc, { threshold: 0.143 }); // undefined
 * ```
 */
export function resolutionAt(fsc: ShellCorrelation, { threshold }: ResolutionOptions): number | undefined {
  const frequency = firstFall(fsc, thresholdOver(fsc, threshold));
  return frequency === undefined ? undefined : 1 / frequency;
}

function thresholdOver(fsc: ShellCorrelation, threshold: ResolutionOptions["threshold"]): Float64Array {
  if (typeof threshold === "string") return fscThreshold(threshold, fsc);
  return fsc.correlation.map(() => requireBetween("threshold", threshold, 0, 1, "units of correlation"));
}
