import { createHook, executionAsyncResource } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import { clearImmediate, clearTimeout, setImmediate, setTimeout } from "node:timers";
import { strayCall } from "../messages/index.js";
import { switchBeforeHook } from "./async-checks.js";
import { ownRun, type Run } from "./runs.js";

/** What the reaper may do and has to know. */
export interface ReaperLink {
  /** Has the code that is running now stopped at its next step. */
  terminate(): void;
  /** Whether somebody still waits for the end of a run. */
  isAwaited(run: Run): boolean;
}

/** How long the left-over code of an interrupted cell is looked out for, in milliseconds. A loop wakes sooner. */
const watchMs = 10_000;

/**
 * Stops what is left of interrupted cells. A loop such as `for (;;) await sleep(10)` can't be stopped while it
 * sleeps; so each callback is looked at before it runs. A timer of a run that was left is emptied; a promise, which
 * can't be, is stopped as its code begins.
 */
export class Reaper {
  private timer: NodeJS.Timeout | undefined;

  constructor({ terminate, isAwaited }: ReaperLink) {
    createHook({
      before() {
        if (ownRun()?.left !== true) return;
        const resource = executionAsyncResource();
        if (isTimer(resource) || isImmediate(resource)) empty(resource);
        else if (resource instanceof Promise) {
          terminate();
          awaitStop();
        }
      },
    }).enable();
    switchBeforeHook(false);
    // called by the front door inside code that it is about to stop, of which nobody else knows whose it is
    const leaveStray = (): void => {
      const run = ownRun();
      if (run !== undefined && !isAwaited(run)) this.reap([run]);
    };
    Object.defineProperty(globalThis, Symbol.for(strayCall), { configurable: true, value: leaveStray });
  }

  /** From now on stops these runs whenever they move, for a while. */
  reap(runs: readonly Run[]): void {
    if (runs.length === 0) return;
    for (const run of runs) run.left = true;
    if (this.timer === undefined) switchBeforeHook(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      switchBeforeHook(false);
    }, watchMs);
    this.timer.unref();
  }
}

/** The parts of Node's timers that hold what they will call. Other kinds hold nothing that can be reached. */
type Emptied = { _onTimeout?: () => void; _onImmediate?: () => void };

const timer = setTimeout(() => {}, 0);
const immediate = setImmediate(() => {});
const [timerKind, immediateKind] = [timer.constructor, immediate.constructor];
clearTimeout(timer);
clearImmediate(immediate);

function isTimer(resource: object): resource is NodeJS.Timeout {
  return resource.constructor === timerKind;
}

function isImmediate(resource: object): resource is NodeJS.Immediate {
  return resource.constructor === immediateKind;
}

/** Makes a timer that is due call nothing, now and ever. */
function empty(due: NodeJS.Timeout | NodeJS.Immediate): void {
  if (isTimer(due)) clearTimeout(due);
  const nothing = (): void => {};
  Object.assign(due as unknown as Emptied, { _onTimeout: nothing, _onImmediate: nothing });
}

/** Stopping takes effect in here; it would be forgotten with the return to the engine. Bounded, should it fail. */
function awaitStop(): void {
  const until = performance.now() + 50;
  while (performance.now() < until);
}
