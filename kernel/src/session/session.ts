import process from "node:process";
import { dispatchComm, formatValue, setCellHost, type Captured } from "../cell/index.js";
import { CauseNumbers, packPrinted } from "../messages/index.js";
import type { Answers, Cause, EngineName, Outcome, Shown, ToSession } from "../messages/index.js";
import { clearAsyncStack, relaxAsyncChecks } from "./async-checks.js";
import { offerCollection } from "./collect-garbage.js";
import { createEngine } from "./engines/create-engine.js";
import type { Evaluated } from "./engines/engine.js";
import { Explanations } from "./explanations.js";
import { defineGlobals } from "./globals.js";
import { createHost, type HostLink } from "./host.js";
import { createNotebookImports } from "./imports.js";
import { KeyboardInterrupt } from "./interruption.js";
import { lockGlobals } from "./lock-globals.js";
import { Offspring } from "./offspring.js";
import { Parts } from "./parts.js";
import { plainConsole } from "./plain-console.js";
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
  /** What runs the cells. */
  readonly engine: EngineName;
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
export function createSession({ folder, engine: engineName, ...link }: SessionOptions): Session {
  const { tell } = link;
  const engine = createEngine(engineName, folder);
  const running = new Map<number, Run>();
  const reaper = new Reaper({
    terminate: () => engine.terminate(),
    isAwaited: (run) => [...running.values()].includes(run),
  });
  const offspring = new Offspring();
  const parts = new Parts((left) => reaper.reap(left));
  const explanations = new Explanations(tell);
  const { importModule, require } = createNotebookImports(folder);
  const started = new StartModules(importModule);
  const causes = new CauseNumbers((number, cause) => tell({ tell: "cause", number, cause }));
  const early: [Stream, string][] = [];
  const captureAgain = captureStdio((name, text) => {
    const { cause, output } = currentRun() ?? {};
    if (output !== undefined) output({ type: "stream", name, text });
    else if (cause === undefined) early.push([name, text]);
    else if (!cause.silent) tell(packPrinted(causes.of(cause), name, text));
  });
  plainConsole();
  guardProcess((what, error) => {
    if (error instanceof KeyboardInterrupt) return;
    const { cause, output } = currentRun() ?? {};
    if (output === undefined) tell({ tell: "uncaught", cause, what, thrown: describeThrown(error) });
    else void explanations.of(error).then(({ traceback }) => output(uncaughtText(what, traceback)));
  });
  setCellHost({
    ...createHost(link),
    runPart: (part, work) => parts.run(part, work),
    explain: (error) => explanations.of(error),
  });
  const prepare = defineGlobals(importModule, require);
  lockGlobals();
  offerCollection();
  within(createRun(undefined), relaxAsyncChecks);
  tidyPromises();

  const answer = <K extends keyof Answers>(id: number, value: Answers[K]): void => {
    running.delete(id);
    tell({ tell: "answer", id, value });
  };

  async function execute(run: Run, code: string, hasValue: boolean): Promise<Outcome> {
    await started.done();
    await prepare(code);
    captureAgain();
    for (const [name, text] of early.splice(0)) process[name].write(text);
    if (run.controller.signal.aborted) return { status: "interrupted" };
    const done = await outcome(await engine.evaluate(code), hasValue);
    await finished(run);
    return done;
  }

  /** Aborts every run; those in `leave` have had their time and are left behind. Gives the programs they started. */
  function interrupt(leave: readonly number[]): number[] {
    for (const run of running.values()) run.controller.abort(new KeyboardInterrupt());
    parts.interrupt();
    const left = leave.flatMap((id) => running.get(id) ?? []);
    for (const id of leave) running.delete(id);
    reaper.reap(left);
    if (left.length > 0) engine.leave?.();
    return left.flatMap((run) => offspring.leave(run));
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
        case "interrupt":
          clearAsyncStack();
          started.giveUp();
          return answer<"interrupt">(id, interrupt(message.leave));
        case "language":
          return answer<"language">(id, engine.answer?.(message.question) ?? null);
        case "explained":
          explanations.receive(message.number, message.error);
          return answer<"explained">(id, null);
        case "shutdown":
          process.emit("exit", 0);
          return answer<"shutdown">(id, null);
      }
    },
    start(specifiers) {
      globalThis.setImmediate(() => engine.prepare?.());
      within(createRun(undefined), () => started.load(specifiers));
    },
  };
}

function begin(running: Map<number, Run>, id: number, cause: Cause): Run {
  const run = createRun(cause);
  running.set(id, run);
  return run;
}

function uncaughtText(what: string, traceback: readonly string[]): Captured {
  return { type: "stream", name: "stderr", text: `${what}: ${traceback.join("\n")}\n` };
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
