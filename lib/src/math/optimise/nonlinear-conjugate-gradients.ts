import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import { wolfeSearch } from "./line-search.js";
import { requireFiniteStart, startingPoint } from "./objective.js";
import type { DifferentiableObjective } from "./objective.js";
import { dot, largest, norm, sum } from "./vectors.js";

/** A state of the search along conjugate gradients; stored, it can be gone on from. */
export interface NonlinearConjugateGradientState extends IterationState {
  readonly kind: "nonlinear-conjugate-gradients";
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  /** Along which the next search goes. */
  readonly direction: Float64Array;
  /** Where the next search begins to look. */
  readonly firstStep: number;
  readonly evaluations: number;
}

/** Defaults of {@link nonlinearConjugateGradients}, with their reasons. */
export const nonlinearConjugateGradientDefaults = {
  /** 2000: about twice as many as a quasi-Newton method needs. */
  maxIterations: 2000,
  /** 1e-6, the largest element of the gradient: values are then right to about 1e-12. */
  tolerance: 1e-6,
} as const;

/**
 * Finds a minimum of a smooth objective from values and gradients in the memory of four vectors, along conjugate directions
 * (Polak and Ribière 1969, begun anew where that factor falls below 0; Gilbert and Nocedal 1992, SIAM J. Optim. 2:21). `lbfgs`
 * needs fewer evaluations where there is memory for it. Converged when no element of the gradient is above `tolerance`.
 *
 * @throws ValueError if the start or the objective there is not finite
 * @example
 * ```ts
 * const bowl = (p: Float64Array) => ({ value: p[0]! ** 2 + 9 * p[1]! ** 2, gradient: Float64Array.of(2 * p[0]!, 18 * p[1]!) });
 * (await nonlinearConjugateGradients(bowl, [5, 5])).verdict; // "converged"
 * ```
 */
export function nonlinearConjugateGradients(
  objective: DifferentiableObjective,
  start: ArrayLike<number> | NonlinearConjugateGradientState,
  options: IterationOptions = {},
): Promise<NonlinearConjugateGradientState> {
  return lastState(nonlinearConjugateGradientStates(objective, start, options));
}

/**
 * The states of {@link nonlinearConjugateGradients} one by one, from the start or from a state that was kept.
 *
 * @throws ValueError as {@link nonlinearConjugateGradients}
 * @example
 * ```ts
 * const square = (p: Float64Array) => ({ value: p[0]! ** 2, gradient: Float64Array.of(2 * p[0]!) });
 * for await (const { value } of nonlinearConjugateGradientStates(square, [1])) if (value < 0.1) break;
 * ```
 */
export async function* nonlinearConjugateGradientStates(
  objective: DifferentiableObjective,
  start: ArrayLike<number> | NonlinearConjugateGradientState,
  options: IterationOptions = {},
): AsyncGenerator<NonlinearConjugateGradientState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, nonlinearConjugateGradientDefaults);
  const first = "kind" in start ? start : await firstState(objective, start, tolerance);
  const step = (state: NonlinearConjugateGradientState): Promise<NonlinearConjugateGradientState> =>
    descend(objective, state, tolerance);
  yield* iterate("conjugate gradients", first, step, maxIterations, options);
}

async function firstState(
  objective: DifferentiableObjective,
  start: ArrayLike<number>,
  tolerance: number,
): Promise<NonlinearConjugateGradientState> {
  const point = startingPoint(start);
  const { value, gradient } = await objective(point);
  requireFiniteStart(value);
  const verdict = largest(gradient) <= tolerance ? "converged" : "running";
  const counts = { iteration: 0, evaluations: 1, verdict } as const;
  return { kind: "nonlinear-conjugate-gradients", ...counts, point, value, gradient, ...steepest(gradient) };
}

async function descend(
  objective: DifferentiableObjective,
  state: NonlinearConjugateGradientState,
  tolerance: number,
): Promise<NonlinearConjugateGradientState> {
  const { gradient, direction, firstStep } = state;
  const { found, evaluations } = await wolfeSearch(objective, state, direction, firstStep, 0.1);
  const counted = {
    ...state,
    iteration: state.iteration + 1,
    evaluations: state.evaluations + evaluations,
  };
  if (found === undefined) {
    const fresh = dot(gradient, direction) === -dot(gradient, gradient);
    return { ...counted, ...steepest(gradient), verdict: fresh ? "stalled" : "running" };
  }
  const factor = dot(found.gradient, sum(found.gradient, -1, gradient)) / dot(gradient, gradient);
  const conjugate = sum(
    found.gradient.map((g) => -g),
    Math.max(0, factor),
    direction,
  );
  const slope = dot(conjugate, found.gradient);
  const next =
    slope < 0
      ? { direction: conjugate, firstStep: Math.min(10, dot(gradient, direction) / slope) * found.step }
      : steepest(found.gradient);
  const { point, value, gradient: renewed } = found;
  const verdict = largest(renewed) <= tolerance ? "converged" : "running";
  return { ...counted, ...next, point, value, gradient: renewed, verdict };
}

/** Straight down, with a first step of length at most 1. */
function steepest(gradient: Float64Array): Pick<NonlinearConjugateGradientState, "direction" | "firstStep"> {
  const direction = gradient.map((slope) => -slope);
  return { direction, firstStep: Math.min(1, 1 / norm(gradient)) };
}
