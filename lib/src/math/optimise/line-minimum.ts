import { ValueError } from "../../core/index.js";
import { iterate, lastState, resolveIteration } from "./iterate.js";
import type { IterationOptions, IterationState } from "./iterate.js";
import type { Awaitable } from "./objective.js";

/** A state of the search of a minimum on a line. */
export interface LineMinimumState extends IterationState {
  readonly kind: "line-minimum";
  /** The best place so far; `value` is the objective there. */
  readonly place: number;
  /** The minimum lies between. */
  readonly low: number;
  readonly high: number;
  /** The second and third best places with their values. */
  readonly second: readonly [place: number, value: number];
  readonly third: readonly [place: number, value: number];
  /** The last step, and the one before. */
  readonly step: number;
  readonly stepBefore: number;
}

/** How {@link lineMinimum} finds the next place: by parabolas where they can be trusted, or by the golden section alone. */
export type LineMethod = "brent" | "golden-section";

/** Options of {@link lineMinimum}. */
export interface LineMinimumOptions extends IterationOptions {
  readonly method?: LineMethod;
}

/** Defaults of {@link lineMinimum}, with their reasons. */
export const lineMinimumDefaults = {
  /** Brent: three times as fast as the golden section where the objective is smooth, never much slower. */
  method: "brent",
  /** 100: the golden section gains 20 digits in as many. */
  maxIterations: 100,
  /** 1e-8 of the place: half the digits, all that values tell about a minimum. */
  tolerance: 1e-8,
} as const;

/** The smaller part of the golden section. */
const golden = (3 - Math.sqrt(5)) / 2;
/** Places nearer than this to one another are the same, around 0 too. */
const smallest = 1e-12;

/**
 * Finds a minimum of an objective of one number between `low` and `high`; the only one, where there is only one (Brent 1973,
 * "Algorithms for Minimization without Derivatives", chapter 5; Kiefer 1953 for the golden section). Converged when the place is
 * known to `tolerance` of itself. The ends are never asked; a minimum there is approached.
 *
 * @throws ValueError if the range is empty or not finite
 * @example
 * ```ts
 * (await lineMinimum((x) => (x - 2) ** 2, [0, 5])).place; // 2, to eight digits
 * ```
 */
export function lineMinimum(
  objective: (place: number) => Awaitable<number>,
  range: readonly [low: number, high: number],
  options: LineMinimumOptions = {},
): Promise<LineMinimumState> {
  return lastState(lineMinimumStates(objective, range, options));
}

/**
 * The states of {@link lineMinimum} one by one, from a range or from a state that was kept.
 *
 * @throws ValueError as {@link lineMinimum}
 * @example
 * ```ts
 * for await (const { low, high } of lineMinimumStates((x) => (x - 2) ** 2, [0, 5])) if (high - low < 0.1) break;
 * ```
 */
export async function* lineMinimumStates(
  objective: (place: number) => Awaitable<number>,
  start: readonly [low: number, high: number] | LineMinimumState,
  options: LineMinimumOptions = {},
): AsyncGenerator<LineMinimumState, void> {
  const { maxIterations, tolerance } = resolveIteration(options, lineMinimumDefaults);
  const { method = lineMinimumDefaults.method } = options;
  const first = "kind" in start ? start : await firstPlace(objective, start);
  const step = (state: LineMinimumState): Promise<LineMinimumState> =>
    narrow(objective, state, method, tolerance);
  yield* iterate("line search", first, step, maxIterations, options);
}

async function firstPlace(
  objective: (place: number) => Awaitable<number>,
  [low, high]: readonly [number, number],
): Promise<LineMinimumState> {
  if (!(high > low) || !Number.isFinite(high - low)) {
    throw new ValueError("range", { got: [low, high], wanted: "two finite numbers, low below high" });
  }
  const place = low + golden * (high - low);
  const value = usable(await objective(place));
  const others = { second: [place, value], third: [place, value] } as const;
  const counts = { iteration: 0, verdict: "running", step: 0, stepBefore: 0 } as const;
  return { kind: "line-minimum", ...counts, place, value, low, high, ...others };
}

async function narrow(
  objective: (place: number) => Awaitable<number>,
  state: LineMinimumState,
  method: LineMethod,
  tolerance: number,
): Promise<LineMinimumState> {
  const { place, value, low, high } = state;
  const middle = (low + high) / 2;
  const least = tolerance * Math.abs(place) + smallest;
  if (Math.abs(place - middle) <= 2 * least - (high - low) / 2) return { ...state, verdict: "converged" };
  const parabolic = method === "brent" ? parabolaStep(state, least) : undefined;
  const stepBefore = parabolic === undefined ? (place < middle ? high : low) - place : state.step;
  const step = parabolic ?? golden * stepBefore;
  const next = Math.abs(step) >= least ? place + step : place + (step < 0 ? -least : least);
  const there = usable(await objective(next));
  const moved = { ...state, iteration: state.iteration + 1, step, stepBefore };
  if (there <= value) {
    const ends = next < place ? { high: place } : { low: place };
    return { ...moved, ...ends, place: next, value: there, second: [place, value], third: state.second };
  }
  const ends = next < place ? { low: next } : { high: next };
  const tried = [next, there] as const;
  if (there <= state.second[1] || state.second[0] === place) {
    return { ...moved, ...ends, second: tried, third: state.second };
  }
  const third = there <= state.third[1] || state.third[0] === place || state.third[0] === state.second[0];
  return { ...moved, ...ends, third: third ? tried : state.third };
}

/** The step to the lowest point of the parabola through the three best places, if it lies well inside and steps shrink. */
function parabolaStep(state: LineMinimumState, least: number): number | undefined {
  const { place, value, low, high, second, third, stepBefore } = state;
  if (Math.abs(stepBefore) <= least) return undefined;
  const r = (place - second[0]) * (value - third[1]);
  const q = (place - third[0]) * (value - second[1]);
  const found = -((place - third[0]) * q - (place - second[0]) * r) / (2 * (q - r));
  const next = place + found;
  if (!(Math.abs(found) < Math.abs(stepBefore) / 2 && next > low && next < high)) return undefined;
  const atEnd = next - low < 2 * least || high - next < 2 * least;
  return atEnd ? (place < (low + high) / 2 ? least : -least) : found;
}

function usable(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
