import { requireBetween } from "../../core/index.js";
import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import type { LinearOperator } from "./linear-operator.js";
import { requireLength } from "./linear-operator.js";
import { dot, norm, sum } from "./vectors.js";

/** A state of conjugate gradients for least squares; its `value` is the sum of squares that is made small. */
export interface LeastSquaresState extends IterationState {
  readonly kind: "conjugate-gradient-least-squares";
  readonly point: Float64Array;
  /** What was observed less the operator at the point. */
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  /** Squared length of the gradient, and that of the first one. */
  readonly gradientSquared: number;
  readonly firstGradientSquared: number;
}

/** Options of {@link conjugateGradientLeastSquares}. */
export interface LeastSquaresOptions extends IterationOptions {
  /** Weight of the solution's own squares in the sum (Tikhonov). Default 0: none. */
  readonly damping?: number;
  /** A state that was kept, to go on from. */
  readonly start?: LeastSquaresState;
}

/** Defaults of {@link conjugateGradientLeastSquares}, with their reasons. */
export const leastSquaresDefaults = {
  /** 1000: who stops earlier smooths, which is a choice to be made by the caller. */
  maxIterations: 1000,
  /** 1e-10 of the first gradient: a few digits above rounding. */
  tolerance: 1e-10,
  damping: 0,
} as const;

/**
 * Makes `|A x - b|² + damping |x|²` small, starting at 0, without ever forming `A^T A`: it needs the operator and its adjoint
 * only (CGLS; Hestenes and Stiefel 1952, J. Res. Natl. Bur. Stand. 49:409; Björck 1996, "Numerical Methods for Least Squares
 * Problems", 7.4). Where many solutions are equally good it finds the shortest. Converged when the gradient is at most
 * `tolerance` of the first one.
 *
 * @throws ShapeError if the operator or its adjoint gives back another number of elements
 * @example
 * ```ts
 * const double = { forward: (x: Float64Array) => x.map((v) => 2 * v), adjoint: (y: Float64Array) => y.map((v) => 2 * v) };
 * (await conjugateGradientLeastSquares(double, new Float64Array([2, 4]))).point; // [1, 2]
 * ```
 */
export function conjugateGradientLeastSquares(
  operator: LinearOperator,
  observed: Float64Array,
  options: LeastSquaresOptions = {},
): Promise<LeastSquaresState> {
  return lastState(conjugateGradientLeastSquaresStates(operator, observed, options));
}

/**
 * The states of {@link conjugateGradientLeastSquares} one by one.
 *
 * @throws ShapeError as {@link conjugateGradientLeastSquares}
 * @example
 * ```ts
 * const same = { forward: (x: Float64Array) => x, adjoint: (y: Float64Array) => y };
 * for await (const { iteration } of conjugateGradientLeastSquaresStates(same, new Float64Array([2]))) if (iteration > 3) break;
 * ```
 */
export async function* conjugateGradientLeastSquaresStates(
  operator: LinearOperator,
  observed: Float64Array,
  options: LeastSquaresOptions = {},
): AsyncGenerator<LeastSquaresState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, leastSquaresDefaults);
  const damping = requireBetween(
    "damping",
    options.damping ?? leastSquaresDefaults.damping,
    0,
    Number.MAX_VALUE,
    "squared units of the operator",
  );
  const verdictOf = (squared: number, firstSquared: number): "converged" | "running" =>
    squared <= tolerance ** 2 * firstSquared ? "converged" : "running";

  const begin = async (): Promise<LeastSquaresState> => {
    const gradient = await operator.adjoint(observed);
    const squared = dot(gradient, gradient);
    return {
      kind: "conjugate-gradient-least-squares",
      iteration: 0,
      verdict: verdictOf(squared, squared),
      value: dot(observed, observed),
      point: new Float64Array(gradient.length),
      residual: observed.slice(),
      direction: gradient.slice(),
      gradientSquared: squared,
      firstGradientSquared: squared,
    };
  };

  const step = async (state: LeastSquaresState): Promise<LeastSquaresState> => {
    const { direction, gradientSquared, firstGradientSquared } = state;
    const image = requireLength("forward", await operator.forward(direction), observed.length);
    const curvature = dot(image, image) + damping * dot(direction, direction);
    if (!(curvature > 0)) return { ...state, verdict: "stalled" };
    const length = gradientSquared / curvature;
    const point = sum(state.point, length, direction);
    const residual = sum(state.residual, -length, image);
    const back = requireLength("adjoint", await operator.adjoint(residual), point.length);
    const gradient = sum(back, -damping, point);
    const squared = dot(gradient, gradient);
    return {
      kind: "conjugate-gradient-least-squares",
      iteration: state.iteration + 1,
      verdict: verdictOf(squared, firstGradientSquared),
      value: norm(residual) ** 2 + damping * norm(point) ** 2,
      point,
      residual,
      direction: sum(gradient, squared / gradientSquared, direction),
      gradientSquared: squared,
      firstGradientSquared,
    };
  };

  yield* iterate("least squares", options.start ?? (await begin()), step, maxIterations, options);
}
