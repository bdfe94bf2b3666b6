import type { TaskOptions } from "../core/index.js";
import { seeded } from "../core/index.js";
import type { HalfMaps, Volume } from "../model/index.js";
import { halfMaps } from "../model/index.js";
import { noiseSigma, withNoise } from "./noise.js";

/** What {@link simulateHalfMaps} takes. */
export interface SimulateHalfMapsOptions extends TaskOptions {
  /** Variance of the map over the variance of the noise in each half. */
  readonly snr: number;
  readonly seed: number;
}

/**
 * Two half maps of one truth: the same map with two independent white noises of the same strength.
 *
 * @throws ValueError if `snr` is not above 0 or the map is constant
 * @example
 * ```ts
 * import { blobVolume, simulateBlobs, simulateHalfMaps } from "vitrine";
 * const halves = await simulateHalfMaps(blobVolume(simulateBlobs({ seed: 1 })), { snr: 1, seed: 2 });
 * halves.a.shape;   // [48, 48, 48]
 * ```
 */
export async function simulateHalfMaps(map: Volume, options: SimulateHalfMapsOptions): Promise<HalfMaps> {
  const sigma = await noiseSigma(map.data, { snr: options.snr }, options);
  const [first, second] = [seeded(options.seed).item(0), seeded(options.seed).item(1)];
  const a = await withNoise(map.data, sigma, first, options);
  const b = await withNoise(map.data, sigma, second, options);
  return halfMaps({ ...map, data: a }, { ...map, data: b });
}
