import { createHook, executionAsyncResource } from "node:async_hooks";
import { switchBeforeHook } from "./async-checks.js";
import { ownRun } from "./runs.js";

/** How long the left-over code of an interrupted cell is looked out for, in milliseconds. A loop wakes sooner. */
const watchMs = 10_000;

/**
 * Stops what is left of interrupted cells. A loop such as `for (;;) await sleep(10)` can't be stopped while it
 * sleeps; so each callback is looked at before it runs, and stopped where it belongs to a run that was left.
 */
export class Reaper {
  private timer: NodeJS.Timeout | undefined;

  /** @param terminate has the code that is running now stopped at its next step */
  constructor(terminate: () => void) {
    createHook({
      before() {
        if (ownRun()?.left !== true || !isSafeToStop(executionAsyncResource())) return;
        terminate();
        awaitStop();
      },
    }).enable();
    switchBeforeHook(false);
  }

  /** Watches for a while; again and again restarts the while. */
  watch(): void {
    if (this.timer === undefined) switchBeforeHook(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      switchBeforeHook(false);
    }, watchMs);
    this.timer.unref();
  }
}

const timer = setTimeout(() => {}, 0);
const immediate = setImmediate(() => {});
const timerKinds: readonly unknown[] = [timer.constructor, immediate.constructor];
clearTimeout(timer);
clearImmediate(immediate);

/**
 * Whether Node calls the hook for this kind from JavaScript. Where it does so from C++, as for the file system and
 * the network, a stop inside a hook ends the process; a promise or timer follows, and is stopped instead.
 */
function isSafeToStop(resource: object): boolean {
  return resource instanceof Promise || timerKinds.includes(resource.constructor);
}

/** Stopping takes effect in here; it would be forgotten with the return to the engine. Bounded, should it fail. */
function awaitStop(): void {
  const until = performance.now() + 50;
  while (performance.now() < until);
}
