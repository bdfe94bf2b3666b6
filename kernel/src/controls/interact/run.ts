import { cellHost, display } from "../../cell/index.js";
import type { ErrorContent } from "../../messages/index.js";
import { OutputLog, captureInto, type Output } from "../output/index.js";
import { Newest, Superseded } from "./newest.js";

/** A quicker run replaces the output of the one before in one go, in milliseconds: nothing is seen to vanish and come back. */
const patienceMs = 100;
/** Time for a run to end after it was stopped, in milliseconds; the next one waits no longer. */
const graceMs = 1000;

/** Runs a function again and again, and shows what it prints, displays and gives in the place of what was there. */
export class Runs {
  /** What the function gave when it last ended well. */
  result: unknown;
  private readonly newest = new Newest();
  private readonly output: Output;
  private readonly work: () => unknown;

  constructor(output: Output, work: () => unknown) {
    this.output = output;
    this.work = work;
  }

  /** Has the function run, as soon as a run that goes on has been stopped. */
  request(): void {
    this.newest.request((controller) => this.run(controller));
  }

  /** Has the function run for the first time; the cell waits for its end, so that a notebook run in one go has the result. */
  start(): void {
    this.newest.request((controller) => {
      const ended = this.run(controller);
      cellHost().waitFor?.(ended);
      return ended;
    });
  }

  /** Aborts the run that goes on. */
  stop(): void {
    this.newest.stop();
  }

  private async run(controller: AbortController): Promise<void> {
    const { signal } = controller;
    const log = new OutputLog();
    const show = (): void => this.output.show(log);
    const timer = globalThis.setTimeout(() => (log.isEmpty ? (log.changed = show) : show()), patienceMs);
    signal.addEventListener("abort", () => {
      if (isSuperseded(signal)) log.end();
    });
    const ended = captureInto(log, controller, () => this.once(signal));
    const how = await Promise.race([settled(ended), stopped(signal)]);
    globalThis.clearTimeout(timer);
    if (isSuperseded(signal)) return;
    if (how === "stopped") log.fail(failureOf(signal.reason as Error));
    show();
  }

  private async once(signal: AbortSignal): Promise<void> {
    const result = await this.work();
    if (isSuperseded(signal)) return;
    this.result = result;
    if (result !== undefined) await display(result);
  }
}

function isSuperseded({ reason }: AbortSignal): boolean {
  return reason instanceof Superseded;
}

function settled(work: Promise<void>): Promise<"ended"> {
  return work.then(
    () => "ended",
    () => "ended",
  );
}

/** Resolves when a run was stopped and has had its time to end. */
function stopped(signal: AbortSignal): Promise<"stopped"> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => void globalThis.setTimeout(resolve, graceMs, "stopped"));
  });
}

function failureOf({ name, message }: Error): ErrorContent {
  return { ename: name, evalue: message, traceback: [`${name}: ${message}`] };
}
