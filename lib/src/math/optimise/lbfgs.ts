import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import { wolfeSearch } from "./line-search.js";
import type { LineSearch } from "./line-search.js";
import { clampInto, requireFiniteStart, startingPoint } from "./objective.js";
import type { Bounds, DifferentiableObjective } from "./objective.js";
import { projectedSearch } from "./projected-search.js";
import { dot, largest, norm, sum } from "./vectors.js";

/** A past step, and how the gradient changed over it. */
export interface CurvaturePair {
  readonly step: Float64Array;
  readonly change: Float64Array;
}

/** A state of the limited-memory quasi-Newton search; stored, it can be gone on from. */
export interface LbfgsState extends IterationState {
  readonly kind: "lbfgs";
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  /** What is remembered of the curvature, oldest first. */
  readonly pairs: readonly CurvaturePair[];
  readonly evaluations: number;
}

/** Options of {@link lbfgs}. */
export interface LbfgsOptions extends IterationOptions {
  /** How many past steps are remembered. */
  readonly memory?: number;
  readonly bounds?: Bounds;
}

/** Defaults of {@link lbfgs}, with their reasons. */
export const lbfgsDefaults = {
  /** 1000: hard problems of a hundred coordinates need a few hundred. */
  maxIterations: 1000,
  /** 1e-6, the largest element of the gradient: values are then right to about 1e-12. */
  tolerance: 1e-6,
  /** 10: more helps little, and each costs two vectors. */
  memory: 10,
} as const;

/**
 * Finds a minimum of a smooth objective of many coordinates from values and gradients, by the limited-memory BFGS method
 * (Liu and Nocedal 1989, Math. Program. 45:503) with a strong Wolfe line search. With `bounds`, coordinates that push against
 * their bound rest, and steps bend along the box (two-metric projection, Bertsekas 1982, SIAM J. Control Optim. 20:221).
 * Converged when no element of the gradient, of those that may move, is above `tolerance`.
 *
 * @throws ValueError if the start or the objective there is not finite, or lies outside the bounds
 * @example
 * ```ts
 * const bowl = (p: Float64Array) => ({ value: p[0]! ** 2 + 9 * p[1]! ** 2, gradient: Float64Array.of(2 * p[0]!, 18 * p[1]!) });
 * (await lbfgs(bowl, [5, 5])).verdict; // "converged"
 * ```
 */
export function lbfgs(
  objective: DifferentiableObjective,
  start: ArrayLike<number> | LbfgsState,
  options: LbfgsOptions = {},
): Promise<LbfgsState> {
  return lastState(lbfgsStates(objective, start, options));
}

/**
 * The states of {@link lbfgs} one by one, from the start or from a state that was kept.
 *
 * @throws ValueError as {@link lbfgs}
 * @example
 * ```ts
 * const square = (p: Float64Array) => ({ value: p[0]! ** 2, gradient: Float64Array.of(2 * p[0]!) });
 * for await (const { value } of lbfgsStates(square, [1])) if (value < 0.1) break;
 * ```
 */
export async function* lbfgsStates(
  objective: DifferentiableObjective,
  start: ArrayLike<number> | LbfgsState,
  options: LbfgsOptions = {},
): AsyncGenerator<LbfgsState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, lbfgsDefaults);
  const { memory = lbfgsDefaults.memory, bounds } = options;
  const first = "kind" in start ? start : await firstState(objective, start, bounds, tolerance);
  const step = (state: LbfgsState): Promise<LbfgsState> =>
    descend(objective, state, memory, bounds, tolerance);
  yield* iterate("L-BFGS", first, step, maxIterations, options);
}

async function firstState(
  objective: DifferentiableObjective,
  start: ArrayLike<number>,
  bounds: Bounds | undefined,
  tolerance: number,
): Promise<LbfgsState> {
  const point = startingPoint(start, bounds);
  const { value, gradient } = await objective(point);
  requireFiniteStart(value);
  const verdict = atMinimum(point, gradient, bounds, tolerance) ? "converged" : "running";
  return { kind: "lbfgs", iteration: 0, evaluations: 1, verdict, point, value, gradient, pairs: [] };
}

async function descend(
  objective: DifferentiableObjective,
  state: LbfgsState,
  memory: number,
  bounds: Bounds | undefined,
  tolerance: number,
): Promise<LbfgsState> {
  const { point, gradient, pairs } = state;
  const direction = quasiNewton(freeOf(gradient, point, bounds), pairs);
  const first = pairs.length === 0 ? Math.min(1, 1 / norm(direction)) : 1;
  const { found, evaluations }: LineSearch =
    bounds === undefined
      ? await wolfeSearch(objective, state, direction, first, 0.9)
      : await projectedSearch(objective, state, direction, first, bounds);
  const counted = {
    ...state,
    iteration: state.iteration + 1,
    evaluations: state.evaluations + evaluations,
  };
  if (found === undefined)
    return { ...counted, pairs: [], verdict: pairs.length > 0 ? "running" : "stalled" };
  const pair = { step: sum(found.point, -1, point), change: sum(found.gradient, -1, gradient) };
  return {
    ...counted,
    point: found.point,
    value: found.value,
    gradient: found.gradient,
    pairs: curved(pair) ? [...pairs, pair].slice(-memory) : pairs,
    verdict: atMinimum(found.point, found.gradient, bounds, tolerance) ? "converged" : "running",
  };
}

/** Whether a pair tells of a curvature above 0 by more than rounding. */
function curved({ step, change }: CurvaturePair): boolean {
  return dot(step, change) > 1e-14 * norm(step) * norm(change);
}

/** Minus the gradient, times the inverse curvature that the pairs tell of; coordinates whose gradient is 0 by decree stay. */
function quasiNewton(gradient: Float64Array, pairs: readonly CurvaturePair[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const held = gradient.map((slope) => (slope === 0 ? 0 : 1));
  const only = (vector: Float64Array): Float64Array => vector.map((value, i) => value * held[i]!);
  const known = pairs.map(({ step, change }) => ({ step: only(step), change: only(change) })).filter(curved);
  const shares: number[] = [];
  for (const { step, change } of known.toReversed()) {
    const share = dot(step, direction) / dot(step, change);
    for (let i = 0; i < direction.length; i++) direction[i]! -= share * change[i]!;
    shares.unshift(share);
  }
  const newest = known.at(-1);
  const scale =
    newest === undefined ? 1 : dot(newest.step, newest.change) / dot(newest.change, newest.change);
  for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  known.forEach(({ step, change }, k) => {
    const share = shares[k]! - dot(change, direction) / dot(step, change);
    for (let i = 0; i < direction.length; i++) direction[i]! += share * step[i]!;
  });
  return direction;
}

/** The gradient, 0 where the point lies on a bound and would leave the box. */
function freeOf(gradient: Float64Array, point: Float64Array, bounds: Bounds | undefined): Float64Array {
  if (bounds === undefined) return gradient;
  return gradient.map((slope, i) => {
    const out = slope > 0 ? point[i]! <= bounds.lower[i]! : point[i]! >= bounds.upper[i]!;
    return out ? 0 : slope;
  });
}

function atMinimum(
  point: Float64Array,
  gradient: Float64Array,
  bounds: Bounds | undefined,
  tolerance: number,
): boolean {
  const moved = clampInto(sum(point, -1, gradient), bounds);
  const free = bounds === undefined ? gradient : sum(moved, -1, point);
  return largest(free) <= tolerance;
}
