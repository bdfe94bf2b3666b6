import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { boxSizeOf, forEachFrequencyRow } from "./frequencies.js";
import { irfft } from "./irfft.js";
import { partOf } from "./progress.js";
import { rfft } from "./rfft.js";
import { halfSpectrum } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/** What a filter does to a wave, by its frequency in cycles per pixel: 0.5 is Nyquist, corners reach further. */
export type Gain = (cyclesPerPx: number) => number;

/**
 * A spectrum multiplied by a gain that depends only on the length of the frequency.
 *
 * @row A17
 * @example
 * ```ts
 * const spectrum = await rfft(new Float32Array([4, 0, 0, 0]), [4]);
 * Array.from((await scaleByFrequency(spectrum, (f) => 1 - 2 * f)).data); // [4, 0, 2, 0, 0, 0]
 * ```
 */
export async function scaleByFrequency<T extends RealArray>(
  spectrum: HalfSpectrum<T>,
  gain: Gain,
  options: TaskOptions = {},
): Promise<HalfSpectrum<T>> {
  const out = halfSpectrum(spectrum.data.slice() as T, spectrum.shape);
  await scaleByFrequencyInto(out, gain, options);
  return out;
}

/** Multiplies a spectrum in place by a gain that depends only on the length of the frequency. */
export async function scaleByFrequencyInto(
  { data, shape }: HalfSpectrum,
  gain: Gain,
  options: TaskOptions = {},
): Promise<void> {
  const boxSize = boxSizeOf(shape);
  await forEachFrequencyRow(shape, startTask(options), ({ start, square }, { squares }) => {
    for (let x = 0; x < squares.length; x++) {
      const factor = gain(Math.sqrt(square + squares[x]!) / boxSize);
      data[2 * (start + x)]! *= factor;
      data[2 * (start + x) + 1]! *= factor;
    }
  });
}

/**
 * Real data of `shape` after a filter: transformed, multiplied by the gain, transformed back. Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`
 * @row A17
 * @example
 * ```ts
 * const onlyTheMean = await filterArray(new Float32Array([1, 2, 3, 6]), [4], (f) => (f === 0 ? 1 : 0));
 * Array.from(onlyTheMean); // [3, 3, 3, 3]
 * ```
 */
export async function filterArray<T extends RealArray>(
  data: T,
  shape: Shape,
  gain: Gain,
  options: TaskOptions = {},
): Promise<T> {
  const spectrum = await rfft(data, shape, partOf(options, 0, 2));
  await scaleByFrequencyInto(spectrum, gain, options);
  return irfft(spectrum, partOf(options, 1, 2));
}
