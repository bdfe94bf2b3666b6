import { dispatchComm, formatValue, openComms, setCellHost } from "../cell/index.js";
import { CauseNumbers, packPrinted } from "../messages/index.js";
import type { Answers, Cause, Outcome, Shown, ToSession } from "../messages/index.js";
import { clearAsyncStack, relaxAsyncChecks } from "./async-checks.js";
import { Evaluator, type Evaluated } from "./evaluator.js";
import { defineGlobals } from "./globals.js";
import { createHost, type HostLink } from "./host.js";
import { createImport, createNotebookRequire } from "./imports.js";
import { KeyboardInterrupt } from "./interruption.js";
import { guardProcess } from "./process-guard.js";
import { tidyPromises } from "./promise-text.js";
import { Reaper } from "./reaper.js";
import { createRun, currentRun, finished, noteLatest, within, type Run } from "./runs.js";
import { StartModules } from "./start-modules.js";
import { captureStdio } from "./stdio.js";
import { describeThrown } from "./thrown.js";

export interface SessionOptions extends HostLink {
  /** Folder of the notebook. */
  readonly folder: string;
}

type Stream = "stdout" | "stderr";

/** The side of the kernel that runs the user's code: it has the main thread to itself. */
export interface Session {
  /** Takes a message of the front door; the answer goes out through `tell`. */
  receive(id: number, message: ToSession): void;
  /** Imports modules before the first cell; one that fails is a line on that cell's stderr. */
  start(specifiers: readonly string[]): void;
}

/** Sets up globals, output, errors and comms of this process for cells. Once per process. */
export function createSession({ folder, ...link }: SessionOptions): Session {
  const { tell } = link;
  const evaluator = new Evaluator();
  const reaper = new Reaper(() => evaluator.terminate());
  const running = new Map<number, Run>();
  const importModule = createImport(folder);
  const started = new StartModules(importModule);
  const causes = new CauseNumbers((number, cause) => tell({ tell: "cause", number, cause }));
  const early: [Stream, string][] = [];
  captureStdio((name, text) => {
    const cause = currentRun()?.cause;
    if (cause === undefined) early.push([name, text]);
    else if (!cause.silent) tell(packPrinted(causes.of(cause), name, text));
  });
  guardProcess((what, error) => {
    if (error instanceof KeyboardInterrupt) return;
    tell({ tell: "uncaught", cause: currentRun()?.cause, what, thrown: describeThrown(error) });
  });
  setCellHost(createHost(link));
  defineGlobals(importModule, createNotebookRequire(folder));
  within(createRun(undefined), relaxAsyncChecks);
  tidyPromises();

  const answer = <K extends keyof Answers>(id: number, value: Answers[K]): void => {
    running.delete(id);
    tell({ tell: "answer", id, value });
  };

  async function execute(run: Run, code: string, hasValue: boolean): Promise<Outcome> {
    await started.done();
    for (const [name, text] of early.splice(0)) process[name].write(text);
    if (run.controller.signal.aborted) return { status: "interrupted" };
    const done = await outcome(await evaluator.evaluate(code), hasValue);
    await finished(run);
    return done;
  }

  return {
    receive(id, message) {
      relaxAsyncChecks();
      switch (message.ask) {
        case "execute": {
          const run = begin(running, id, message.cause);
          noteLatest(run);
          within(run, () => execute(run, message.code, message.hasValue)).then(
            (value) => answer<"execute">(id, value),
            (error: unknown) => answer<"execute">(id, { status: "error", thrown: describeThrown(error) }),
          );
          return;
        }
        case "comm": {
          const { type, content, metadata, buffers } = message;
          const run = begin(running, id, message.cause);
          try {
            within(run, () => dispatchComm(type, content, { metadata, buffers }));
          } catch (error) {
            tell({ tell: "uncaught", cause: message.cause, what: `comm`, thrown: describeThrown(error) });
          } finally {
            answer<"comm">(id, null);
          }
          return;
        }
        case "comm-info":
          return answer<"comm-info">(id, openComms(message.target));
        case "interrupt":
          clearAsyncStack();
          started.giveUp();
          interrupt(running, message.leave);
          if (message.leave.length > 0) reaper.watch();
          return answer<"interrupt">(id, null);
        case "shutdown":
          process.emit("exit", 0);
          return answer<"shutdown">(id, null);
      }
    },
    start(specifiers) {
      within(createRun(undefined), () => started.load(specifiers));
    },
  };
}

function begin(running: Map<number, Run>, id: number, cause: Cause): Run {
  const run = createRun(cause);
  running.set(id, run);
  return run;
}

/** Aborts every run; those in `leave` have had their time and are left behind. */
function interrupt(running: Map<number, Run>, leave: readonly number[]): void {
  for (const [id, run] of running) {
    run.controller.abort(new KeyboardInterrupt());
    if (!leave.includes(id)) continue;
    run.left = true;
    running.delete(id);
  }
}

async function outcome(evaluated: Evaluated, hasValue: boolean): Promise<Outcome> {
  switch (evaluated.kind) {
    case "stopped":
      return { status: "interrupted" };
    case "thrown":
      return evaluated.error instanceof KeyboardInterrupt
        ? { status: "interrupted" }
        : { status: "error", thrown: describeThrown(evaluated.error) };
    case "value":
      return hasValue ? valueOutcome(evaluated.value) : { status: "ok" };
  }
}

/** A cell whose value is a promise waits for it, so that what it gives, or its error, is shown in its place. */
async function valueOutcome(value: unknown): Promise<Outcome> {
  let settled: unknown;
  try {
    settled = value instanceof Promise ? await value : value;
  } catch (error) {
    return outcome({ kind: "thrown", error }, true);
  }
  if (settled === undefined) return { status: "ok" };
  const forms = await shown(settled);
  return Object.keys(forms.data).length === 0 ? { status: "ok" } : { status: "ok", shown: forms };
}

/** Only what JSON can carry leaves the thread. */
async function shown(value: unknown): Promise<Shown> {
  const { data, metadata = {} } = await formatValue(value);
  return JSON.parse(JSON.stringify({ data, metadata })) as Shown;
}
