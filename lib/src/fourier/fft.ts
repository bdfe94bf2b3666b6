import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { axisLayout, complexAxisInto } from "./lines/complex-axis.js";
import { breatheFor } from "./progress.js";
import { complexSpectrum, requireAxes, requireComplexShape } from "./spectrum.js";
import type { ComplexSpectrum } from "./spectrum.js";

/**
 * Fourier transform of complex data of one, two or three axes and any size, unscaled. `data` holds real and imaginary parts
 * in turn, `shape` counts complex elements, slow to fast; zero frequency comes out at the corner. `data` is not written to.
 * Real data are transformed in half the time by {@link rfft}.
 *
 * @throws ShapeError if the data don't fill `shape`, or there are not 1 to 3 axes
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
  options: TaskOptions = {},
): Promise<ComplexSpectrum<T>> {
  requireAxes("fft", shape);
  requireComplexShape("fft", data.length, shape);
  const task = startTask(options);
  const out = data.slice() as T;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    await complexAxisInto(
      out,
      axisLayout(shape, axis),
      "forward",
      1,
      breatheFor(task, shape.length - 1 - axis, shape.length),
    );
  }
  return complexSpectrum(out, shape);
}
