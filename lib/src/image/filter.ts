import { requireInteger, requireOneOf, requirePositive, ValueError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { boxSizeOf, filterArray, highPassGain, lowPassGain } from "../fourier/index.js";
import type { FilterProfile, Gain, ProfileShape } from "../fourier/index.js";
import type { Image, Volume } from "../model/index.js";
import { samplingA, withData } from "./sampled.js";

/** Options of {@link filterImage} and {@link filterVolume}. With both limits the filter is a band-pass. */
export interface FilterOptions extends TaskOptions {
  /** Takes out what is finer than this, in Å; the -3 dB point. Default: nothing is. */
  readonly lowPassA?: number;
  /** Takes out what is coarser than this, in Å; the -3 dB point. Default: nothing is. */
  readonly highPassA?: number;
  readonly profile?: FilterProfile;
  /** Width of the raised cosine, in Fourier pixels; the other profiles don't use it. */
  readonly edgeFourierPx?: number;
  /** Order of the Butterworth profile; the others don't use it. */
  readonly order?: number;
}

/** Defaults of the filters, with their reasons. */
export const filterDefaults = {
  /** The only profile that leaves the pass band untouched and the stop band empty. */
  profile: "raised-cosine",
  /** 4: rings around sharp features die out within about a quarter of the box. */
  edgeFourierPx: 4,
  /** 4: halves the power at the limit and is down to 0.4 % of it an octave beyond. */
  order: 4,
} as const;

/**
 * Filters an image by spatial frequency: low-pass, high-pass or band-pass, by which limits are given.
 * Limits in Å, at which half the power (-3 dB, an amplitude of 0.707) passes for every profile:
 * `"raised-cosine"` is 1, then half a cosine `edgeFourierPx` wide, then 0; `"gaussian"` is `exp(-ln 2 / 2 (f / f0)²)`, or
 * for high-pass one less a Gaussian; `"butterworth"` is `1 / sqrt(1 + (f / f0)^(2 order))`. A low-pass keeps the mean, a
 * high-pass takes it out.
 *
 * @throws ValueError if no limit is given, one is finer than Nyquist, or the band is empty
 * @row A17
 * @example
 * ```ts
 * const dot = image(new Float32Array(32 * 32).fill(1, 528, 529), { shape: [32, 32], pixelSizeA: 2 });
 * const smooth = await filterImage(dot, { lowPassA: 10 });
 * smooth.data[528] < 0.3; // true
 * ```
 */
export async function filterImage(picture: Image, options: FilterOptions): Promise<Image> {
  return filtered("filterImage", picture, options);
}

/**
 * Filters a map by spatial frequency, as {@link filterImage} does an image.
 *
 * @throws ValueError if no limit is given, one is finer than Nyquist, the band is empty, or voxels are not cubes
 * @row A17
 * @example
 * ```ts
 * const flat = volume(new Float32Array(4096).fill(2), { shape: [16, 16, 16], voxelSizeA: 2 });
 * statistics((await filterVolume(flat, { highPassA: 20 })).data).max; // 0
 * ```
 */
export async function filterVolume(map: Volume, options: FilterOptions): Promise<Volume> {
  return filtered("filterVolume", map, options);
}

async function filtered<T extends Image | Volume>(what: string, x: T, options: FilterOptions): Promise<T> {
  const gain = gainOf(what, samplingA(what, x), boxSizeOf(x.shape), options);
  return withData(x, await filterArray(x.data, x.shape, gain, options));
}

function gainOf(what: string, stepA: number, boxSizePx: number, options: FilterOptions): Gain {
  const { lowPassA, highPassA } = options;
  const { profile, edgeFourierPx, order } = { ...filterDefaults, ...options };
  requireOneOf(`${what}: profile`, profile, ["raised-cosine", "gaussian", "butterworth"]);
  requirePositive(`${what}: edgeFourierPx`, edgeFourierPx, "Fourier pixels");
  requireInteger(`${what}: order`, order, 1);
  const shape: ProfileShape = { profile, edge: edgeFourierPx / boxSizePx, order };
  const gains = [
    ...(lowPassA === undefined ? [] : [lowPassGain(cutoff(`${what}: lowPassA`, lowPassA, stepA), shape)]),
    ...(highPassA === undefined ? [] : [highPassGain(cutoff(`${what}: highPassA`, highPassA, stepA), shape)]),
  ];
  if (lowPassA !== undefined && highPassA !== undefined && !(highPassA > lowPassA)) {
    throw new ValueError(`${what}: band`, {
      got: `highPassA ${highPassA} and lowPassA ${lowPassA} Å`,
      wanted: "highPassA above lowPassA",
      hint: "highPassA takes out what is coarser, lowPassA what is finer",
    });
  }
  const [first, second] = gains;
  if (first === undefined) {
    throw new ValueError(what, { got: "no limit", wanted: "lowPassA, highPassA or both, in Å" });
  }
  return second === undefined ? first : (f) => first(f) * second(f);
}

/** A limit in Å as cycles per pixel. */
function cutoff(what: string, limitA: number, stepA: number): number {
  requirePositive(what, limitA, "Å");
  if (limitA < 2 * stepA) {
    throw new ValueError(what, {
      got: limitA,
      wanted: `at least the Nyquist limit, ${2 * stepA} Å`,
      hint: "nothing finer than two pixels is in the data",
    });
  }
  return stepA / limitA;
}
