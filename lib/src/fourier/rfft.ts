import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, requireShape, zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { imposeFriedel } from "./friedel.js";
import { axisLayout, complexAxisInto } from "./lines/complex-axis.js";
import { realRowsToHalf } from "./lines/real-axis.js";
import { breatheFor } from "./progress.js";
import type { Breathe } from "./progress.js";
import { halfShape, halfSpectrum, requireAxes } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/**
 * Fourier transform of real data of one, two or three axes and any size: `F(k) = sum of f(x) exp(-2 pi i k x / n)`, unscaled.
 * `data` is `shape`, slow to fast; the result is the half spectrum with zero frequency at the corner, in the precision of
 * the data (arithmetic is in double precision). Friedel's law holds to the last bit. `data` is not written to.
 *
 * @throws ShapeError if the data don't fill `shape`, or there are not 1 to 3 axes
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
  options: TaskOptions = {},
): Promise<HalfSpectrum<T>> {
  requireAxes("rfft", shape);
  requireShape("rfft", data.length, shape);
  const task = startTask(options);
  const breathe = (axis: number): Breathe => breatheFor(task, shape.length - 1 - axis, shape.length);
  const stored = halfShape(shape);
  const out = zerosLike(data, 2 * elementCount("rfft", stored));
  const size = shape.at(-1)!;
  await realRowsToHalf(data, out, data.length / size, size, breathe(shape.length - 1));
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    await complexAxisInto(out, axisLayout(stored, axis), "forward", 1, breathe(axis));
  }
  imposeFriedel(out, shape);
  return halfSpectrum(out, shape);
}
