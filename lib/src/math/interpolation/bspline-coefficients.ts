import { requireShape } from "../../array/index.js";
import type { RealArray, Shape } from "../../array/index.js";
import { startTask } from "../../core/index.js";
import type { Task, TaskOptions } from "../../core/index.js";
import { prefilterAxis } from "./prefilter-lines.js";

/**
 * Coefficients of the cubic B-splines that pass through the samples of an array of any number of axes: what cubic
 * interpolation reads. Beyond its borders the array is its own mirror image about the centres of the border samples
 * (`d c b | a b c d | c b a`), as scipy's `mirror` has it. Same shape and precision as `data`, arithmetic in double
 * precision; recursive filters, one axis after another (Unser, Aldroubi and Eden 1993, IEEE Trans. Signal Process. 41:821).
 *
 * @throws ShapeError if `data` has not as many elements as `shape`
 * @example
 * ```ts
 * await bsplineCoefficients(new Float64Array(12).fill(2), [3, 4]); // 2 everywhere
 * ```
 */
export async function bsplineCoefficients<T extends RealArray>(
  data: T,
  shape: Shape,
  options: TaskOptions = {},
): Promise<T> {
  requireShape("bsplineCoefficients", data.length, shape);
  return filtered(data, shape, startTask(options));
}

/**
 * The adjoint of {@link bsplineCoefficients}. The filter's matrix is symmetric once the border samples are counted half,
 * so the adjoint is the same filter between two weightings of the borders.
 *
 * @throws ShapeError if `coefficients` has not as many elements as `shape`
 * @example
 * ```ts
 * const back = await bsplineCoefficientsAdjoint(new Float64Array(7), [7]); // 0 everywhere
 * ```
 */
export async function bsplineCoefficientsAdjoint<T extends RealArray>(
  coefficients: T,
  shape: Shape,
  options: TaskOptions = {},
): Promise<T> {
  requireShape("bsplineCoefficientsAdjoint", coefficients.length, shape);
  const weighted = coefficients.slice() as T;
  scaleBorders(weighted, shape, 2);
  const back = await filtered(weighted, shape, startTask(options));
  scaleBorders(back, shape, 1 / 2);
  return back;
}

async function filtered<T extends RealArray>(data: T, shape: Shape, task: Task): Promise<T> {
  const coefficients = data.slice() as T;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    await prefilterAxis(coefficients, shape, axis, task);
    task.report({ stage: "spline coefficients", done: shape.length - axis, total: shape.length });
  }
  return coefficients;
}

/** Multiplies the first and the last sample of every line along every axis. */
function scaleBorders(data: RealArray, shape: Shape, factor: number): void {
  let step = data.length;
  for (const length of shape) {
    const line = step;
    step /= length;
    for (let start = 0; start < data.length; start += line) {
      for (let i = 0; i < step; i++) {
        data[start + i]! *= factor;
        data[start + line - step + i]! *= factor;
      }
    }
  }
}
