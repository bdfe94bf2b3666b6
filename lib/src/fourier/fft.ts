import { requireInteger, ShapeError } from "../core/index.js";
import { zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import type { TransformOptions } from "./rfft.js";
import { complexSpectrum, requireAxes, requireComplexShape } from "./spectrum.js";
import type { ComplexSpectrum } from "./spectrum.js";
import { transform } from "./transform.js";

/**
 * Fourier transform of complex data of one, two or three axes and any size, unscaled. `data` holds real and imaginary parts
 * in turn, `shape` counts complex elements, slow to fast; zero frequency comes out at the corner. `data` is not written to.
 * Real data are transformed in half the time by {@link rfft}.
 *
 * @throws ShapeError if the data don't fill the batch of `shape`, or there are not 1 to 3 axes
 * @row A16
 * @example
 * ```ts
 * const spectrum = await fft(new Float64Array([1, 0, 0, 0]), [2]);
 * Array.from(spectrum.data); // [1, 0, 1, 0]
 * ```
 */
export async function fft<T extends RealArray>(
  data: T,
  shape: Shape,
  options: TransformOptions = {},
): Promise<ComplexSpectrum<T>> {
  const out = zerosLike(data, data.length);
  await fftInto(out, data, shape, options);
  return complexSpectrum(out, shape, options.batch);
}

/**
 * {@link fft} into an array that is there, which may be `data` itself.
 *
 * @throws ShapeError if the data don't fill the batch of `shape`, or `out` is of another length
 * @row A16
 * @example
 * ```ts
 * const data = new Float64Array([1, 0, 0, 0]);
 * await fftInto(data, data, [2]);
 * Array.from(data); // [1, 0, 1, 0]
 * ```
 */
export async function fftInto<T extends RealArray>(
  out: T,
  data: T,
  shape: Shape,
  { batch = 1, ...options }: TransformOptions = {},
): Promise<void> {
  requireAxes("fft", shape);
  requireInteger("batch", batch, 1);
  requireComplexShape("fft", data.length, batch === 1 ? shape : [batch, ...shape]);
  if (out.length !== data.length) {
    throw new ShapeError("fft: out", { got: `${out.length} numbers`, wanted: `${data.length}` });
  }
  await transform({ kind: "forward", shape, batch, from: data, to: out, scale: 1 }, options);
}
