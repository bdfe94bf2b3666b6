import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { ownRun, type Run } from "./runs.js";

/** The top of the stack of a thread that a cell's own code starts; a library's threads serve other cells too. */
const startedByCell = /\n\s+at new Worker \(node:[^\n]*\n\s+at [^\n]*\bcell-\d+\.ts:/;

/** Programs and threads that cells started, so that an interrupted cell does not go on in them. */
export class Offspring {
  private readonly programs = new WeakMap<Run, Set<ChildProcess>>();
  private readonly threads = new WeakMap<Run, Set<Worker>>();

  constructor() {
    subscribe("child_process", (message) =>
      note(this.programs, (message as { process: ChildProcess }).process),
    );
    subscribe("worker_threads", (message) => {
      if (startedByCell.test(String(new Error("started").stack)))
        note(this.threads, (message as { worker: Worker }).worker);
    });
  }

  /** Ends the threads of a run, and gives the ids of its programs that have not ended. */
  leave(run: Run): number[] {
    for (const thread of this.threads.get(run) ?? []) void thread.terminate();
    return [...(this.programs.get(run) ?? [])].flatMap(({ pid, exitCode, signalCode }) =>
      pid === undefined || exitCode !== null || signalCode !== null ? [] : [pid],
    );
  }
}

function note<T>(byRun: WeakMap<Run, Set<T>>, one: T): void {
  const run = ownRun();
  if (run === undefined) return;
  const all = byRun.get(run);
  if (all === undefined) byRun.set(run, new Set([one]));
  else all.add(one);
}
