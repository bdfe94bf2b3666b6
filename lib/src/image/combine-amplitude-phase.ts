import type { TaskOptions } from "../core/index.js";
import { irfft, joinAmplitudesAndPhases, rfft } from "../fourier/index.js";
import { requireSameSampling } from "../model/index.js";
import type { Image } from "../model/index.js";
import { withData } from "./sampled.js";

/** The two images that {@link combineAmplitudePhase} takes. */
export interface AmplitudePhase {
  /** The image whose amplitudes are taken: how strong each wave is. */
  readonly amplitude: Image;
  /** The image whose phases are taken: where each wave lies. It is the one that is recognised in the result. */
  readonly phase: Image;
}

/**
 * An image with the Fourier amplitudes of one image and the phases of another (Oppenheim & Lim 1981, "The importance of
 * phase in signals", Proc. IEEE 69, 529).
 *
 * @throws ShapeError if the sizes differ
 * @throws ValueError if the pixel sizes differ by more than 0.1 %
 * @row A16
 * @example
 * ```ts
 * const picture = image(new Float32Array([1, 2, 3, 5]), { shape: [2, 2], pixelSizeA: 1 });
 * Array.from((await combineAmplitudePhase({ amplitude: picture, phase: picture })).data); // [1, 2, 3, 5]
 * ```
 */
export async function combineAmplitudePhase(
  { amplitude, phase }: AmplitudePhase,
  options: TaskOptions = {},
): Promise<Image> {
  requireSameSampling("combineAmplitudePhase", amplitude.pixelSizeA, phase.pixelSizeA);
  const amplitudesOf = await rfft(amplitude.data, amplitude.shape, options);
  const phasesOf = await rfft(phase.data, phase.shape, options);
  return withData(phase, await irfft(joinAmplitudesAndPhases(amplitudesOf, phasesOf), options));
}
