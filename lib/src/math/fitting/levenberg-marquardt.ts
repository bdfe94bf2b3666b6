import { ShapeError, ValueError } from "../../core/index.js";
import { clampInto, startingPoint } from "../optimise/objective.js";
import { iterate, resolveIteration } from "../optimise/iterate.js";
import type { Awaitable, Bounds, IterationOptions, IterationState } from "../optimise/index.js";
import { dampedStep } from "./damped-step.js";
import { numericalJacobian } from "./numerical-jacobian.js";
import type { Residuals } from "./numerical-jacobian.js";

/** A state of a fit; stored, it can be gone on from. Its `value` is the sum of the squared residuals. */
export interface LevenbergMarquardtState extends IterationState {
  readonly kind: "levenberg-marquardt";
  readonly point: Float64Array;
  readonly residuals: Float64Array;
  /** `[residuals, parameters]`: derivatives of the residuals. */
  readonly jacobian: Float64Array;
  /** The longest column of the jacobian so far, for each parameter: the unit that its steps are measured in. */
  readonly scales: Float64Array;
  readonly damping: number;
  /** What the damping is multiplied by when the next step fails. */
  readonly growth: number;
}

/** Options of the fit. */
export interface LevenbergMarquardtOptions extends IterationOptions {
  /** Derivatives `[residuals, parameters]` of the residuals. Default: central differences. */
  readonly jacobian?: (point: Float64Array) => Awaitable<Float64Array>;
  readonly bounds?: Bounds;
}

/** Defaults of the fit, with their reasons. */
export const levenbergMarquardtDefaults = {
  /** 1000: a fit that goes well takes ten or twenty, one along a curved valley some hundred. */
  maxIterations: 1000,
  /** 1e-10 of the parameters: their standard errors are never as small. */
  tolerance: 1e-10,
} as const;

/** Damping at the start, in units of the scales: a step near that of Gauss and Newton. */
const firstDamping = 1e-3;
/** Cosine between residuals and derivatives below which they are at right angles, as far as a jacobian by differences tells. */
const rightAngle = 1e-6;

/**
 * The states of a fit by the method of Levenberg (1944, Q. Appl. Math. 2:164) and Marquardt (1963, SIAM J. 11:431), with
 * steps measured as by Moré (1978, Lect. Notes Math. 630:105) and damping as by Nielsen (1999). {@link fitModel} drives it to its end.
 *
 * @throws ValueError if the start, or a residual there, is not finite, or lies outside the bounds
 * @example
 * ```ts
 * const residuals = ([a]: Float64Array) => Float64Array.of(a! - 1, 2 * a! - 2.2);
 * for await (const { value } of levenbergMarquardtStates(residuals, [0])) if (value < 0.1) break;
 * ```
 */
export async function* levenbergMarquardtStates(
  residuals: Residuals,
  start: ArrayLike<number> | LevenbergMarquardtState,
  options: LevenbergMarquardtOptions = {},
): AsyncGenerator<LevenbergMarquardtState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, levenbergMarquardtDefaults);
  const derive = (point: Float64Array): Awaitable<Float64Array> =>
    options.jacobian?.(point) ?? numericalJacobian(residuals, point, options.bounds);

  const begin = async (from: ArrayLike<number>): Promise<LevenbergMarquardtState> => {
    const point = startingPoint(from, options.bounds);
    const left = (await residuals(point)).slice();
    const value = squares(left);
    if (!Number.isFinite(value)) {
      throw new ValueError("residuals at the start", { got: value, wanted: "a finite sum of squares" });
    }
    const jacobian = requireJacobian(await derive(point), left.length, point.length);
    const scales = scalesOf(jacobian, new Float64Array(point.length));
    const counts = { iteration: 0, damping: firstDamping, growth: 2 };
    const verdict = cosine(jacobian, left, scales, heldAt(point, jacobian, left, options.bounds)) === 0;
    return {
      kind: "levenberg-marquardt",
      ...counts,
      verdict: verdict ? "converged" : "running",
      value,
      point,
      residuals: left,
      jacobian,
      scales,
    };
  };

  const step = async (state: LevenbergMarquardtState): Promise<LevenbergMarquardtState> => {
    const held = heldAt(state.point, state.jacobian, state.residuals, options.bounds);
    const wished = dampedStep(state.jacobian, state.residuals, state.scales, state.damping, held);
    const point = clampInto(
      state.point.map((x, j) => x + wished[j]!),
      options.bounds,
    );
    const moved = point.map((x, j) => x - state.point[j]!);
    const left = (await residuals(point)).slice();
    const value = squares(left);
    const promised = state.value - squares(linearised(state, moved));
    const tiny = measured(moved, state.scales) <= tolerance * measured(state.point, state.scales);
    const counted = { ...state, iteration: state.iteration + 1 };
    if (!(value < state.value)) {
      const level = cosine(state.jacobian, state.residuals, state.scales, held) <= rightAngle;
      const verdict = tiny || promised <= 0 ? (level ? "converged" : "stalled") : "running";
      return { ...counted, verdict, damping: state.damping * state.growth, growth: 2 * state.growth };
    }
    const kept = (state.value - value) / promised;
    const jacobian = requireJacobian(await derive(point), left.length, point.length);
    return {
      ...counted,
      verdict: tiny || value === 0 ? "converged" : "running",
      value,
      point,
      residuals: left,
      jacobian,
      scales: scalesOf(jacobian, state.scales),
      damping: state.damping * Math.max(1 / 3, 1 - (2 * kept - 1) ** 3),
      growth: 2,
    };
  };

  yield* iterate("fit", "kind" in start ? start : await begin(start), step, maxIterations, options);
}

function requireJacobian(jacobian: Float64Array, rows: number, columns: number): Float64Array {
  if (jacobian.length === rows * columns) return jacobian;
  const got = `${jacobian.length} elements`;
  throw new ShapeError("jacobian", { got, wanted: `${rows} residuals x ${columns} parameters` });
}

function squares(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

/** Length of a vector of parameters, each in the unit of its scale. */
function measured(vector: Float64Array, scales: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value, j) => sum + (value * scales[j]!) ** 2, 0));
}

/** The residuals after a step, were the model linear. */
function linearised({ jacobian, residuals }: LevenbergMarquardtState, step: Float64Array): Float64Array {
  return residuals.map((residual, i) =>
    step.reduce((sum, value, j) => sum + jacobian[i * step.length + j]! * value, residual),
  );
}

/** The longest each column has been; 1 for a parameter that nothing depends on. */
function scalesOf(jacobian: Float64Array, before: Float64Array): Float64Array {
  const sums = new Float64Array(before.length);
  jacobian.forEach((value, i) => (sums[i % before.length]! += value * value));
  return before.map((scale, j) => Math.max(scale, Math.sqrt(sums[j]!)) || 1);
}

/** Half the gradient of the sum of squares. */
function gradientOf(jacobian: Float64Array, residuals: Float64Array, columns: number): Float64Array {
  const gradient = new Float64Array(columns);
  jacobian.forEach((value, i) => (gradient[i % columns]! += value * residuals[Math.floor(i / columns)]!));
  return gradient;
}

/** Which parameters lie on a bound and would leave the box. */
function heldAt(
  point: Float64Array,
  jacobian: Float64Array,
  residuals: Float64Array,
  bounds: Bounds | undefined,
): boolean[] {
  const gradient = gradientOf(jacobian, residuals, point.length);
  return Array.from(point, (x, j) => {
    if (bounds === undefined) return false;
    return gradient[j]! > 0 ? x <= bounds.lower[j]! : x >= bounds.upper[j]!;
  });
}

/** Largest cosine of an angle between the residuals and the derivative by a parameter that may move. */
function cosine(
  jacobian: Float64Array,
  residuals: Float64Array,
  scales: Float64Array,
  held: readonly boolean[],
): number {
  const length = Math.sqrt(squares(residuals)) || 1;
  return gradientOf(jacobian, residuals, scales.length).reduce(
    (most, slope, j) => (held[j]! ? most : Math.max(most, Math.abs(slope) / (scales[j]! * length))),
    0,
  );
}
