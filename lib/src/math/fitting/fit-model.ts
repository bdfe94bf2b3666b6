import { rankTolerance, singularValues } from "../linear/singular-values.js";
import type { MatrixShape } from "../linear/index.js";
import { lastState } from "../optimise/index.js";
import { levenbergMarquardtStates } from "./levenberg-marquardt.js";
import type { LevenbergMarquardtOptions, LevenbergMarquardtState } from "./levenberg-marquardt.js";
import type { Residuals } from "./numerical-jacobian.js";

/** Options of {@link fitModel}. */
export interface FitModelOptions extends LevenbergMarquardtOptions {
  /** Where the error of an observation is taken from: the residuals, or it is known, the residuals having been divided by it. */
  readonly errors?: "residuals" | "known";
}

/** Default of {@link fitModel}. Residuals: who divided by a guess is not misled by it. */
const defaultErrors = "residuals";

/** A fit that came to its end. */
export interface ModelFit extends LevenbergMarquardtState {
  /** The square root of what the residuals say of the variance of one of them; NaN where there are no more of them than parameters. */
  readonly residualSd: number;
  readonly degreesOfFreedom: number;
  /** `[parameters, parameters]`; 0 for a parameter that ended on its bound, NaN for one that the data don't tell. */
  readonly covariance: Float64Array;
  readonly standardErrors: Float64Array;
}

/**
 * Fits the parameters of a model by least squares: makes the sum of the squares of `residuals(point)` small, from `start` on,
 * by the method of Levenberg and Marquardt, see {@link levenbergMarquardtStates}. Derivatives are central differences unless
 * `jacobian` gives them. Converged when a step is at most `tolerance` of the parameters and the residuals stand at right angles to
 * the derivatives.
 *
 * @throws ValueError if the start, or a residual there, is not finite, or lies outside the bounds
 * @example
 * ```ts
 * const [times, counts] = [[0, 1, 2], [8, 4, 2]];
 * const decay = ([a, k]: Float64Array) => Float64Array.from(times, (t, i) => a! * Math.exp(-k! * t) - counts[i]!);
 * (await fitModel(decay, [5, 1])).point; // [8, 0.693...]
 * ```
 */
export async function fitModel(
  residuals: Residuals,
  start: ArrayLike<number> | LevenbergMarquardtState,
  options: FitModelOptions = {},
): Promise<ModelFit> {
  const end = await lastState(levenbergMarquardtStates(residuals, start, options));
  const { lower, upper } = options.bounds ?? { lower: [], upper: [] };
  const free = Array.from(end.point, (x, j) => x !== lower[j] && x !== upper[j]);
  const degreesOfFreedom = end.residuals.length - free.filter(Boolean).length;
  const variance = degreesOfFreedom > 0 ? end.value / degreesOfFreedom : Number.NaN;
  const known = (options.errors ?? defaultErrors) === "known";
  const covariance = covarianceOf(end, free).map((element) => element * (known ? 1 : variance));
  const standardErrors = end.point.map((_, j) => Math.sqrt(covariance[j * (end.point.length + 1)]!));
  return { ...end, residualSd: Math.sqrt(variance), degreesOfFreedom, covariance, standardErrors };
}

/**
 * The inverse of `J^T J` of the free parameters, in units of their scales while it is made, by singular values of J alone. NaN
 * for a parameter that the residuals, there, don't tell apart from others or don't depend on.
 */
function covarianceOf(
  { jacobian, scales, residuals }: LevenbergMarquardtState,
  free: readonly boolean[],
): Float64Array {
  const columns = scales.length;
  const shape = [residuals.length, columns] as const;
  const chosen = free.flatMap((isFree, j) => (isFree ? [j] : []));
  const covariance = new Float64Array(columns * columns);
  if (chosen.length === 0) return covariance;
  const scaled = Float64Array.from({ length: shape[0] * chosen.length }, (_, i) => {
    const j = chosen[i % chosen.length]!;
    return jacobian[Math.floor(i / chosen.length) * columns + j]! / scales[j]!;
  });
  const inverse = inverseSquare(scaled, [shape[0], chosen.length]);
  chosen.forEach((i, a) =>
    chosen.forEach((j, b) => {
      covariance[i * columns + j] = inverse[a * chosen.length + b]! / (scales[i]! * scales[j]!);
    }),
  );
  return covariance;
}

/** Part of a vector below which it is rounding. */
const nothing = 1e-8;

/** The inverse of a matrix's transpose times itself, by its singular values; NaN along what they leave open. */
function inverseSquare(matrix: Float64Array, shape: MatrixShape): Float64Array {
  const [, columns] = shape;
  const { values, right } = singularValues(matrix, shape);
  const inverse = new Float64Array(columns * columns);
  const told = new Float64Array(columns);
  values.forEach((value, k) => {
    if (!(value > rankTolerance(shape) * values[0]!)) return;
    for (let i = 0; i < columns; i++) {
      told[i]! += right[k * columns + i]! ** 2;
      for (let j = 0; j < columns; j++) {
        inverse[i * columns + j]! += (right[k * columns + i]! * right[k * columns + j]!) / value ** 2;
      }
    }
  });
  const open = told.map((share) => (share < 1 - nothing ? Number.NaN : 0));
  return inverse.map((element, at) => element + open[Math.floor(at / columns)]! + open[at % columns]!);
}
