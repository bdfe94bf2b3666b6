import { requireFinite } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { bFactorGain, filterArray } from "../fourier/index.js";
import type { Image, Volume } from "../model/index.js";
import { samplingA, withData } from "./sampled.js";

/** Options of {@link applyBFactor}. */
export interface BFactorOptions extends TaskOptions {
  /** B in Å²; negative sharpens, positive blurs. */
  readonly bFactorA2: number;
}

/**
 * Multiplies the transform of a map or image by `exp(-B s² / 4)`, s in 1/Å: a negative B sharpens, a positive one blurs.
 * The mean stays.
 *
 * @throws ValueError if B is not finite, or a map's voxels are not cubes
 * @row K2
 * @example
 * ```ts
 * const map = volume(Float32Array.from({ length: 512 }, (_, i) => i % 7), { shape: [8, 8, 8], voxelSizeA: 2 });
 * const sharp = await applyBFactor(map, { bFactorA2: -80 });
 * statistics(sharp.data).sd > statistics(map.data).sd; // true
 * ```
 */
export async function applyBFactor<T extends Image | Volume>(x: T, options: BFactorOptions): Promise<T> {
  requireFinite("bFactorA2", options.bFactorA2, "Å²");
  const gain = bFactorGain(options.bFactorA2, samplingA("applyBFactor", x));
  return withData(x, await filterArray(x.data, x.shape, gain, options));
}
