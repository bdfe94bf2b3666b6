import type { Random, TaskOptions } from "../core/index.js";
import { requirePositive, seeded, startTask, ValueError } from "../core/index.js";
import { statisticsInBlocks } from "../array/index.js";
import type { Image, ImageStack, Volume } from "../model/index.js";

/** How much noise: its standard deviation, or the ratio of the signal's variance to the noise's. */
export type NoiseLevel =
  { readonly sigma: number; readonly snr?: undefined } | { readonly snr: number; readonly sigma?: undefined };

/** What {@link addWhiteNoise} takes. */
export type WhiteNoiseOptions = NoiseLevel & TaskOptions & { readonly seed: number };

/** Elements that share one stream of random numbers, so that the noise does not depend on how the work is cut. */
const blockElements = 4096;

/**
 * Adds white Gaussian noise to an image, a stack or a map.
 *
 * Either `sigma`, the noise's standard deviation in units of the data, or `snr`, the ratio of the data's variance over
 * the whole box to the noise's variance: the field's usual meaning of SNR, so that 0.1 means ten times more noise power.
 *
 * @throws ValueError if neither or both are given, one is not above 0, or the signal is constant and has no SNR
 * @example
 * ```ts
 * import { addWhiteNoise, blobProjection, simulateBlobs } from "vitrine";
 * const noisy = await addWhiteNoise(blobProjection(simulateBlobs({ seed: 1 })), { snr: 0.1, seed: 2 });
 * ```
 */
export async function addWhiteNoise<T extends Image | ImageStack | Volume>(
  noun: T,
  options: WhiteNoiseOptions,
): Promise<T> {
  const sigma = await noiseSigma(noun.data, options, options);
  const data = await withNoise(noun.data, sigma, seeded(options.seed), options);
  return { ...noun, data };
}

/** The noise's standard deviation for a signal. @throws ValueError as {@link addWhiteNoise} */
export async function noiseSigma(
  signal: Float32Array,
  { sigma, snr }: NoiseLevel,
  options: TaskOptions,
): Promise<number> {
  if ((sigma === undefined) === (snr === undefined)) {
    throw new ValueError("noise", {
      got: sigma === undefined ? "neither sigma nor snr" : "both sigma and snr",
      wanted: "one of them",
    });
  }
  if (sigma !== undefined) return requirePositive("sigma", sigma, "units of the data");
  requirePositive("snr", snr!, "variance of the signal over variance of the noise");
  const spread = requirePositive(
    "noise: standard deviation of the signal",
    (await statisticsInBlocks(signal, startTask(options))).sd,
    "units of the data",
  );
  return spread / Math.sqrt(snr!);
}

/** `signal` plus noise, as a new array; block `i` of the noise comes from `random.item(i)`. */
export async function withNoise(
  signal: Float32Array,
  sigma: number,
  random: Random,
  options: TaskOptions,
): Promise<Float32Array> {
  const task = startTask(options);
  const out = signal.slice();
  for (let start = 0; start < out.length; start += blockElements) {
    const draw = random.item(start / blockElements);
    const end = Math.min(out.length, start + blockElements);
    for (let i = start; i < end; i++) out[i]! += sigma * draw.normal();
    task.report({ stage: "add noise", done: end, total: out.length });
    await task.breathe();
  }
  return out;
}
