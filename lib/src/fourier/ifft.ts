import { ShapeError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, zerosLike } from "../array/index.js";
import type { RealArray } from "../array/index.js";
import type { ComplexSpectrum } from "./spectrum.js";
import { transform } from "./transform.js";

/**
 * Complex data of a spectrum, or of a batch: the inverse of {@link fft}, scaled by 1 / N. Returns real and imaginary parts in
 * turn, in a new array; the spectrum is not written to.
 *
 * @row A16
 * @example
 * ```ts
 * const spectrum = await fft(new Float64Array([1, 2, 3, 4]), [2]);
 * Array.from(await ifft(spectrum)); // [1, 2, 3, 4]
 * ```
 */
export async function ifft<T extends RealArray>(
  spectrum: ComplexSpectrum<T>,
  options: TaskOptions = {},
): Promise<T> {
  const out = zerosLike(spectrum.data, spectrum.data.length);
  await ifftInto(out, spectrum, options);
  return out;
}

/**
 * {@link ifft} into an array that is there, which may be the spectrum's own.
 *
 * @throws ShapeError if `out` is of another length
 * @row A16
 * @example
 * ```ts
 * const spectrum = await fft(new Float64Array([1, 2, 3, 4]), [2]);
 * await ifftInto(spectrum.data, spectrum);
 * Array.from(spectrum.data); // [1, 2, 3, 4]
 * ```
 */
export async function ifftInto<T extends RealArray>(
  out: T,
  { data, shape, batch }: ComplexSpectrum<T>,
  options: TaskOptions = {},
): Promise<void> {
  if (out.length !== data.length) {
    throw new ShapeError("ifft: out", { got: `${out.length} numbers`, wanted: `${data.length}` });
  }
  const scale = 1 / elementCount("ifft", shape);
  await transform({ kind: "inverse", shape, batch, from: data, to: out, scale }, options);
}
