import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import { clampInto, requireFiniteStart, startingPoint } from "./objective.js";
import type { Bounds, Objective } from "./objective.js";
import { sum } from "./vectors.js";

/** A state of the search by a simplex; stored, it can be gone on from. */
export interface NelderMeadState extends IterationState {
  readonly kind: "nelder-mead";
  /** The best point so far. */
  readonly point: Float64Array;
  /** The corners, one more than coordinates, from the best to the worst, and the objective at each. */
  readonly corners: readonly Float64Array[];
  readonly values: readonly number[];
  /** How often the objective was asked. */
  readonly evaluations: number;
}

/** Options of {@link nelderMead}. */
export interface NelderMeadOptions extends IterationOptions {
  /** How far the first simplex reaches along each coordinate. Default: 5 % of the coordinate, 0.05 where it is 0. */
  readonly steps?: ArrayLike<number>;
  readonly bounds?: Bounds;
}

/** Defaults of {@link nelderMead}, with their reasons. */
export const nelderMeadDefaults = {
  /** 2000: ten coordinates need about as many. */
  maxIterations: 2000,
  /** 1e-8 of the corners' distance and of their values' differences: half the digits, all that a minimum without gradient shows. */
  tolerance: 1e-8,
} as const;

/**
 * Finds a minimum from values alone, by a simplex that turns, stretches and shrinks (Nelder and Mead 1965, Comput. J. 7:308,
 * with coefficients that suit the number of coordinates: Gao and Han 2012, Comput. Optim. Appl. 51:259). For few coordinates
 * and objectives that are rough or have no gradient. Converged when the corners lie within `tolerance` of the best one and
 * their values too, relative to their size where that is above 1.
 *
 * @throws ValueError if the start or the objective there is not finite, or lies outside the bounds
 * @example
 * ```ts
 * const found = await nelderMead(([x, y]) => (x! - 3) ** 2 + (y! + 1) ** 2, [0, 0]);
 * found.verdict; // "converged"
 * ```
 */
export function nelderMead(
  objective: Objective,
  start: ArrayLike<number> | NelderMeadState,
  options: NelderMeadOptions = {},
): Promise<NelderMeadState> {
  return lastState(nelderMeadStates(objective, start, options));
}

/**
 * The states of {@link nelderMead} one by one, from the first simplex or from a state that was kept.
 *
 * @throws ValueError as {@link nelderMead}
 * @example
 * ```ts
 * for await (const { value } of nelderMeadStates(([x]) => x! ** 2, [1])) if (value < 0.1) break;
 * ```
 */
export async function* nelderMeadStates(
  objective: Objective,
  start: ArrayLike<number> | NelderMeadState,
  options: NelderMeadOptions = {},
): AsyncGenerator<NelderMeadState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, nelderMeadDefaults);
  const first = "kind" in start ? start : await firstSimplex(objective, start, options);
  const step = (state: NelderMeadState): Promise<NelderMeadState> =>
    move(objective, state, options.bounds, tolerance);
  yield* iterate("Nelder-Mead", first, step, maxIterations, options);
}

async function firstSimplex(
  objective: Objective,
  start: ArrayLike<number>,
  { steps, bounds }: NelderMeadOptions,
): Promise<NelderMeadState> {
  const point = startingPoint(start, bounds);
  const corners = [point];
  for (let i = 0; i < point.length; i++) {
    const step = steps?.[i] ?? (point[i] === 0 ? 0.05 : 0.05 * point[i]!);
    const corner = point.slice();
    corner[i]! += step;
    if (bounds !== undefined && (corner[i]! > bounds.upper[i]! || corner[i]! < bounds.lower[i]!)) {
      corner[i] = point[i]! - step;
    }
    corners.push(clampInto(corner, bounds));
  }
  const values = await valuesAt(objective, corners);
  requireFiniteStart(values[0]!);
  return ordered(corners, values, { iteration: 0, evaluations: corners.length, verdict: "running" });
}

/** One turn of the simplex. */
async function move(
  objective: Objective,
  state: NelderMeadState,
  bounds: Bounds | undefined,
  tolerance: number,
): Promise<NelderMeadState> {
  const { corners, values } = state;
  const n = corners.length - 1;
  const [expansion, contraction, shrinkage] = [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n];
  const centre = new Float64Array(n);
  for (const corner of corners.slice(0, n)) for (let i = 0; i < n; i++) centre[i]! += corner[i]! / n;
  const worst = corners[n]!;
  const away = sum(centre, -1, worst);
  const tried = async (distance: number): Promise<readonly [Float64Array, number]> => {
    const point = clampInto(sum(centre, distance, away), bounds);
    return [point, usable(await objective(point))];
  };
  let evaluations = state.evaluations + 1;
  const end = ([point, value]: readonly [Float64Array, number]): NelderMeadState =>
    judged(
      ordered([...corners.slice(0, n), point], [...values.slice(0, n), value], {
        iteration: state.iteration + 1,
        evaluations,
        verdict: "running",
      }),
      tolerance,
    );
  const reflected = await tried(1);
  if (reflected[1] < values[0]!) {
    evaluations += 1;
    const expanded = await tried(n === 1 ? 2 : expansion);
    return end(expanded[1] < reflected[1] ? expanded : reflected);
  }
  if (reflected[1] < values[n - 1]! || (n === 1 && reflected[1] < values[1]!)) return end(reflected);
  evaluations += 1;
  const contracted = await tried((reflected[1] < values[n]! ? 1 : -1) * (n === 1 ? 0.5 : contraction));
  if (contracted[1] < Math.min(reflected[1], values[n]!)) return end(contracted);
  const closer = corners.map((corner, k) =>
    k === 0 ? corner : sum(corners[0]!, n === 1 ? 0.5 : shrinkage, sum(corner, -1, corners[0]!)),
  );
  const renewed = [values[0]!, ...(await valuesAt(objective, closer.slice(1)))];
  const counts = {
    iteration: state.iteration + 1,
    evaluations: evaluations + n,
    verdict: "running",
  } as const;
  return judged(ordered(closer, renewed, counts), tolerance);
}

async function valuesAt(objective: Objective, points: readonly Float64Array[]): Promise<number[]> {
  const values: number[] = [];
  for (const point of points) values.push(usable(await objective(point)));
  return values;
}

/** A value to compare: what can't be used is worse than anything. */
function usable(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

function ordered(
  corners: readonly Float64Array[],
  values: readonly number[],
  counts: Pick<NelderMeadState, "iteration" | "evaluations" | "verdict">,
): NelderMeadState {
  const order = values
    .map((_, i) => i)
    .sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b));
  const sorted = order.map((i) => corners[i]!);
  const rising = order.map((i) => values[i]!);
  return {
    kind: "nelder-mead",
    ...counts,
    point: sorted[0]!,
    value: rising[0]!,
    corners: sorted,
    values: rising,
  };
}

/** Whether all corners, and their values, are as near to the best one as was asked for. */
function judged(state: NelderMeadState, tolerance: number): NelderMeadState {
  const { point, corners, values } = state;
  const near = corners.every((corner) =>
    corner.every((x, i) => Math.abs(x - point[i]!) <= tolerance * Math.max(1, Math.abs(point[i]!))),
  );
  const level = values.at(-1)! - values[0]! <= tolerance * Math.max(1, Math.abs(values[0]!));
  return near && level ? { ...state, verdict: "converged" } : state;
}
