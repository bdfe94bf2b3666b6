import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import type { RealArray } from "../array/index.js";
import { axisLayout, complexAxisInto } from "./lines/complex-axis.js";
import { breatheFor } from "./progress.js";
import type { ComplexSpectrum } from "./spectrum.js";

/**
 * Complex data of a spectrum: the inverse of {@link fft}, scaled by 1 / N. Returns real and imaginary parts in turn, in a
 * new array; the spectrum is not written to.
 *
 * @row A16
 * @example
 * ```ts
 * const spectrum = await fft(new Float64Array([1, 2, 3, 4]), [2]);
 * Array.from(await ifft(spectrum)); // [1, 2, 3, 4]
 * ```
 */
export async function ifft<T extends RealArray>(
  { data, shape }: ComplexSpectrum<T>,
  options: TaskOptions = {},
): Promise<T> {
  const task = startTask(options);
  const out = data.slice() as T;
  for (let axis = 0; axis < shape.length; axis++) {
    await complexAxisInto(
      out,
      axisLayout(shape, axis),
      "inverse",
      1 / shape[axis]!,
      breatheFor(task, axis, shape.length),
    );
  }
  return out;
}
