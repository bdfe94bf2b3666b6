import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, zerosLike } from "../array/index.js";
import type { RealArray } from "../array/index.js";
import { axisLayout, complexAxisInto } from "./lines/complex-axis.js";
import { halfRowsToReal } from "./lines/real-axis.js";
import { breatheFor } from "./progress.js";
import { halfShape } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/**
 * Real data of a half spectrum: the inverse of {@link rfft}, scaled by 1 / N. Returns a new array in the precision of the
 * spectrum and of its `shape`; the spectrum is not written to. What no real data can have, an imaginary part at zero
 * frequency for one, is dropped.
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
  const { shape } = spectrum;
  const task = startTask(options);
  const stored = halfShape(shape);
  const size = shape.at(-1)!;
  const out = zerosLike(spectrum.data, elementCount("irfft", shape));
  const work = shape.length === 1 ? spectrum.data : spectrum.data.slice();
  for (let axis = 0; axis < shape.length - 1; axis++) {
    await complexAxisInto(work, axisLayout(stored, axis), "inverse", 1, breatheFor(task, axis, shape.length));
  }
  await halfRowsToReal(
    work,
    out,
    out.length / size,
    size,
    1 / out.length,
    breatheFor(task, shape.length - 1, shape.length),
  );
  return out;
}
