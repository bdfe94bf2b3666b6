import { ShapeError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, zerosLike } from "../array/index.js";
import type { RealArray } from "../array/index.js";
import type { HalfSpectrum } from "./spectrum.js";
import { transform } from "./transform.js";

/**
 * Real data of a half spectrum, or of a batch: the inverse of {@link rfft}, scaled by 1 / N. Returns a new array in the
 * precision of the spectrum and of its `shape`; the spectrum is not written to. What no real data can have, an imaginary part
 * at zero frequency for one, is dropped.
 *
 * @row A16
 * @example
 * ```ts
 * const spectrum = await rfft(new Float64Array([3, 1, 4, 1, 5]), [5]);
 * Array.from(await irfft(spectrum)); // [3, 1, 4, 1, 5]
 * ```
 */
export async function irfft<T extends RealArray>(
  spectrum: HalfSpectrum<T>,
  options: TaskOptions = {},
): Promise<T> {
  const out = zerosLike(spectrum.data, spectrum.batch * elementCount("irfft", spectrum.shape));
  await irfftInto(out, spectrum, options);
  return out;
}

/**
 * {@link irfft} into an array that is there, of the batch of the spectrum's shape and in its precision.
 *
 * @throws ShapeError if `out` is of another length
 * @row A16
 * @example
 * ```ts
 * const out = new Float32Array(4);
 * await irfftInto(out, await rfft(new Float32Array([3, 1, 4, 1]), [4]));
 * Array.from(out); // [3, 1, 4, 1]
 * ```
 */
export async function irfftInto<T extends RealArray>(
  out: T,
  { data, shape, batch }: HalfSpectrum<T>,
  options: TaskOptions = {},
): Promise<void> {
  const elements = elementCount("irfft", shape);
  if (out.length !== batch * elements) {
    throw new ShapeError("irfft: out", { got: `${out.length} elements`, wanted: `${batch * elements}` });
  }
  await transform({ kind: "half-to-real", shape, batch, from: data, to: out, scale: 1 / elements }, options);
}
