import { setMaxListeners } from "node:events";
import type { Part } from "../cell/index.js";
import { KeyboardInterrupt } from "./interruption.js";
import { createRun, currentRun, within, type Run } from "./runs.js";

/** Time for a part that was stopped to end by itself, in milliseconds; its left-over code is stopped after that. */
const graceMs = 300;

/** Pieces of runs with an output and a signal of their own. They may last longer than what started them. */
export class Parts {
  private readonly open = new Set<Run>();
  private readonly reap: (left: readonly Run[]) => void;

  /** @param reap stops what is left of runs that would not end */
  constructor(reap: (left: readonly Run[]) => void) {
    this.reap = reap;
  }

  /** Calls `work` as a part of the run that calls; the part is open until what `work` returns has settled. */
  run<T>({ output, controller }: Part, work: () => T): T {
    const parent = currentRun() ?? createRun(undefined);
    const part: Run = { cause: parent.cause, unfinished: parent.unfinished, left: false, output, controller };
    const whole = parent.controller.signal;
    const stop = (): void => controller.abort(whole.reason);
    const close = (): void => {
      whole.removeEventListener("abort", stop);
      this.open.delete(part);
    };
    setMaxListeners(0, controller.signal);
    this.open.add(part);
    whole.addEventListener("abort", stop);
    let result: T | undefined;
    try {
      return (result = within(part, work));
    } finally {
      if (result instanceof Promise) result.then(close, close);
      else close();
    }
  }

  /** Aborts every open part. */
  interrupt(): void {
    const stopped = [...this.open];
    if (stopped.length === 0) return;
    for (const { controller } of stopped) controller.abort(new KeyboardInterrupt());
    globalThis.setTimeout(() => this.reap(stopped.filter((part) => this.open.delete(part))), graceMs).unref();
  }
}
