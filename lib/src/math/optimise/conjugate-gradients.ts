import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import { requireLength } from "./linear-operator.js";
import type { Awaitable } from "./objective.js";
import { startingPoint } from "./objective.js";
import { dot, norm, sum } from "./vectors.js";

/** A state of the method of conjugate gradients; its `value` is the length of the residual over that of the right side. */
export interface ConjugateGradientState extends IterationState {
  readonly kind: "conjugate-gradients";
  readonly point: Float64Array;
  /** Right side less the operator at the point. */
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  /** Product of the residual with the preconditioned one. */
  readonly product: number;
}

/** Options of {@link conjugateGradients}. */
export interface ConjugateGradientOptions extends IterationOptions {
  /** Where to begin. Default: 0 everywhere, or a state that was kept. */
  readonly start?: ArrayLike<number> | ConjugateGradientState;
  /** An easy operator near the inverse, symmetric and positive. */
  readonly preconditioner?: (residual: Float64Array) => Awaitable<Float64Array>;
}

/** Defaults of {@link conjugateGradients}, with their reasons. */
export const conjugateGradientDefaults = {
  /** 1000: without rounding as many as unknowns are enough; large problems that need more want a preconditioner. */
  maxIterations: 1000,
  /** 1e-10 of the right side: a few digits above rounding. */
  tolerance: 1e-10,
} as const;

/**
 * Solves `A x = b` for a symmetric positive operator (Hestenes and Stiefel 1952, J. Res. Natl. Bur. Stand. 49:409). Converged
 * when the residual is at most `tolerance` of the right side; stalled where the operator turns out not to be positive.
 *
 * @throws ShapeError if the operator gives back another number of elements
 * @example
 * ```ts
 * const twice = (x: Float64Array) => x.map((value) => 2 * value);
 * (await conjugateGradients(twice, new Float64Array([2, 4]))).point; // [1, 2]
 * ```
 */
export function conjugateGradients(
  operator: (x: Float64Array) => Awaitable<Float64Array>,
  rightSide: Float64Array,
  options: ConjugateGradientOptions = {},
): Promise<ConjugateGradientState> {
  return lastState(conjugateGradientStates(operator, rightSide, options));
}

/**
 * The states of {@link conjugateGradients} one by one.
 *
 * @throws ShapeError as {@link conjugateGradients}
 * @example
 * ```ts
 * const twice = (x: Float64Array) => x.map((value) => 2 * value);
 * for await (const { value } of conjugateGradientStates(twice, new Float64Array([2, 4]))) if (value < 0.1) break;
 * ```
 */
export async function* conjugateGradientStates(
  operator: (x: Float64Array) => Awaitable<Float64Array>,
  rightSide: Float64Array,
  options: ConjugateGradientOptions = {},
): AsyncGenerator<ConjugateGradientState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, conjugateGradientDefaults);
  const { preconditioner = (residual: Float64Array): Float64Array => residual } = options;
  const { start = new Float64Array(rightSide.length) } = options;
  const size = rightSide.length;
  const scale = norm(rightSide) || 1;
  const apply = async (x: Float64Array): Promise<Float64Array> =>
    requireLength("operator", await operator(x), size);

  const begin = async (from: ArrayLike<number>): Promise<ConjugateGradientState> => {
    const point = requireLength("start", startingPoint(from), size);
    const residual = sum(rightSide, -1, await apply(point));
    const direction = await preconditioner(residual);
    const value = norm(residual) / scale;
    const verdict = value <= tolerance ? "converged" : "running";
    const product = dot(residual, direction);
    return { kind: "conjugate-gradients", iteration: 0, verdict, value, point, residual, direction, product };
  };

  const step = async (state: ConjugateGradientState): Promise<ConjugateGradientState> => {
    const image = await apply(state.direction);
    const curvature = dot(state.direction, image);
    if (!(curvature > 0)) return { ...state, verdict: "stalled" };
    const length = state.product / curvature;
    const residual = sum(state.residual, -length, image);
    const eased = await preconditioner(residual);
    const product = dot(residual, eased);
    const value = norm(residual) / scale;
    return {
      kind: "conjugate-gradients",
      iteration: state.iteration + 1,
      verdict: value <= tolerance ? "converged" : "running",
      value,
      point: sum(state.point, length, state.direction),
      residual,
      direction: sum(eased, product / state.product, state.direction),
      product,
    };
  };

  const first = "kind" in start ? start : await begin(start);
  yield* iterate("conjugate gradients", first, step, maxIterations, options);
}
