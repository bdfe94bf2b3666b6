import { requireInteger, requirePositive, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Awaitable } from "./objective.js";

/**
 * How an iteration stands: still `running`; `converged` within its tolerance; out of `iterations`; or `stalled`, where no
 * step makes it better though the tolerance is not met, as rounding or a wrong gradient will have it.
 */
export type Verdict = "running" | "converged" | "iterations" | "stalled";

/** What all iterations tell of themselves. */
export interface IterationState {
  /** Iterations done. */
  readonly iteration: number;
  readonly verdict: Verdict;
  /** What is made small, at the present point. */
  readonly value: number;
}

/** Options of all iterations. */
export interface IterationOptions extends TaskOptions {
  readonly maxIterations?: number;
  readonly tolerance?: number;
}

/** The two numbers that end an iteration, with their defaults, checked. */
export function resolveIteration(
  { maxIterations, tolerance }: IterationOptions,
  defaults: { readonly maxIterations: number; readonly tolerance: number },
): { readonly maxIterations: number; readonly tolerance: number } {
  return {
    maxIterations: requireInteger("maxIterations", maxIterations ?? defaults.maxIterations, 0),
    tolerance: requirePositive("tolerance", tolerance ?? defaults.tolerance, "the unit of what is compared"),
  };
}

/** The states of an iteration from its first one on, until one is no longer running. A state that ran out of iterations runs on. */
export async function* iterate<S extends IterationState>(
  stage: string,
  first: S,
  step: (state: S) => Awaitable<S>,
  maxIterations: number,
  options: TaskOptions,
): AsyncGenerator<S, void> {
  const task = startTask(options);
  const limited = (state: S): S => {
    if (state.verdict !== "running" && state.verdict !== "iterations") return state;
    return { ...state, verdict: state.iteration < maxIterations ? "running" : "iterations" };
  };
  let state = limited(first);
  yield state;
  while (state.verdict === "running") {
    await task.breathe();
    state = limited(await step(state));
    const metrics = { value: state.value };
    task.report({ stage, done: state.iteration, total: maxIterations, metrics });
    yield state;
  }
}

/** Drives an iteration to its end: its last state. */
export async function lastState<S>(states: AsyncGenerator<S, void>): Promise<S> {
  let next = await states.next();
  let last: S | undefined;
  while (next.done !== true) {
    last = next.value;
    next = await states.next();
  }
  return last!;
}
