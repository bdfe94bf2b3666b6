import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import type { Part } from "../cell/index.js";
import type { Cause } from "../messages/index.js";

/** One piece of code that a message set going: a cell or a comm handler. Everything it starts stays tied to it. */
export interface Run {
  readonly cause: Cause | undefined;
  readonly controller: AbortController;
  /** Work that must settle before the run is called done. */
  readonly unfinished: Set<Promise<unknown>>;
  /** Nobody waits for this run any more: what is left of it is stopped when it moves. */
  left: boolean;
  /** Takes what the run prints and shows; without it that goes to the front ends. */
  readonly output?: Part["output"];
}

/** What Node hangs on promises in the name of a run; opaque, because printing a promise prints it. */
class Ticket {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  run(): Run {
    return this.#run;
  }
}

const storage = new AsyncLocalStorage<Ticket>();
let latest: Run | undefined;

/** A run that nothing has happened to. */
export function createRun(cause: Cause | undefined): Run {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return { cause, controller, unfinished: new Set(), left: false };
}

/** Resolves when nothing is left that the run must wait for, and those who asked have been told. */
export async function finished({ unfinished }: Run): Promise<void> {
  while (unfinished.size > 0) await Promise.allSettled(unfinished);
  for (const callback of endings.get(unfinished)?.splice(0) ?? []) callback();
}

/** By the work that must settle, which the parts of a run share with it. */
const endings = new WeakMap<Run["unfinished"], (() => void)[]>();

/** Calls back when the run has ended. */
export function whenFinished({ unfinished }: Run, callback: () => void): void {
  const callbacks = endings.get(unfinished);
  if (callbacks === undefined) endings.set(unfinished, [callback]);
  else callbacks.push(callback);
}

/**
 * Calls `work` so that whatever it causes, however late, is known to belong to `run`. It gets an async resource
 * of its own: code that is stopped half way would leave its mark on the caller's.
 */
export function within<T>(run: Run, work: () => T): T {
  return new AsyncResource("cell").runInAsyncScope(() => storage.run(new Ticket(run), work));
}

/** Notes the cell that output belongs to when Node no longer knows its cause. */
export function noteLatest(run: Run): void {
  latest = run;
}

/** The run that the calling code belongs to, or else the latest cell. */
export function currentRun(): Run | undefined {
  return ownRun() ?? latest;
}

/** The run that the calling code surely belongs to. */
export function ownRun(): Run | undefined {
  return storage.getStore()?.run();
}
