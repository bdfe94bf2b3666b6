import { requireInteger, ShapeError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, requireShape, zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { imposeFriedel } from "./friedel.js";
import { halfShape, halfSpectrum, requireAxes } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";
import { transform } from "./transform.js";

/** Options of the transforms of arrays. */
export interface TransformOptions extends TaskOptions {
  /** How many arrays of the shape lie one after another, each transformed for itself. 1. */
  readonly batch?: number;
}

/**
 * Fourier transform of real data of one, two or three axes and any size: `F(k) = sum of f(x) exp(-2 pi i k x / n)`, unscaled.
 * `data` is `shape`, slow to fast, or a `batch` of them; the result is the half spectrum with zero frequency at the corner, in
 * the precision of the data: single precision within 2e-7 log2 N of the truth in relative norm, or double. Friedel's law
 * holds to the last bit. `data` is not written to.
 *
 * @throws ShapeError if the data don't fill the batch of `shape`, or there are not 1 to 3 axes
 * @row A16
 * @example
 * ```ts
 * const spectrum = await rfft(new Float32Array([1, 0, 0, 0]), [4]);
 * Array.from(spectrum.data); // [1, 0, 1, 0, 1, 0]
 * ```
 */
export async function rfft<T extends RealArray>(
  data: T,
  shape: Shape,
  options: TransformOptions = {},
): Promise<HalfSpectrum<T>> {
  requireAxes("rfft", shape);
  const { batch = 1 } = options;
  requireInteger("batch", batch, 1);
  const out = zerosLike(data, 2 * batch * elementCount("rfft", halfShape(shape)));
  await rfftInto(out, data, shape, options);
  return halfSpectrum(out, shape, batch);
}

/**
 * {@link rfft} into an array that is there: `out` holds the real and imaginary parts of the half spectra, in the precision of the data.
 *
 * @throws ShapeError if the data don't fill the batch of `shape`, or `out` the half spectra
 * @row A16
 * @example
 * ```ts
 * const out = new Float32Array(6);
 * await rfftInto(out, new Float32Array([1, 0, 0, 0]), [4]);
 * Array.from(out); // [1, 0, 1, 0, 1, 0]
 * ```
 */
export async function rfftInto<T extends RealArray>(
  out: T,
  data: T,
  shape: Shape,
  { batch = 1, ...options }: TransformOptions = {},
): Promise<void> {
  requireAxes("rfft", shape);
  requireInteger("batch", batch, 1);
  requireShape("rfft", data.length, batch === 1 ? shape : [batch, ...shape]);
  const one = 2 * elementCount("rfft", halfShape(shape));
  if (out.length !== batch * one) {
    throw new ShapeError("rfft: out", { got: `${out.length} numbers`, wanted: `${batch * one}` });
  }
  await transform({ kind: "real-to-half", shape, batch, from: data, to: out, scale: 1 }, options);
  for (let item = 0; item < batch; item++) imposeFriedel(out.subarray(item * one, (item + 1) * one), shape);
}
