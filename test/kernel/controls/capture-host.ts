import { afterEach, beforeEach, vi } from "vitest";
import { setCellHost, type CellHost, type CellMessage, type Part } from "../../../kernel/src/cell/index.js";
import { closeAll } from "../../../kernel/src/controls/index.js";
import { Parts } from "../../../kernel/src/session/parts.js";
import { createRun, currentRun, within } from "../../../kernel/src/session/runs.js";
import { Recorder } from "./recorder.js";

/** A front end as {@link Recorder}, with a session around that keeps parts of runs apart. */
export class CaptureHost extends Recorder implements CellHost {
  readonly parts: Parts = new Parts(() => {});
  /** What cells must wait for. */
  readonly waited: Promise<unknown>[] = [];

  override publish(message: CellMessage): void {
    const { output } = currentRun() ?? {};
    if (output !== undefined && message.type === "display_data") output(message);
    else super.publish(message);
  }

  override signal(): AbortSignal {
    return currentRun()!.controller.signal;
  }

  runPart<T>(part: Part, work: () => T): T {
    return this.parts.run(part, work);
  }

  explain(error: unknown): Promise<{ ename: string; evalue: string; traceback: string[] }> {
    const { name: ename, message: evalue } = error as Error;
    return Promise.resolve({ ename, evalue, traceback: [`${ename}: ${evalue}`] });
  }

  waitFor(work: Promise<unknown>): void {
    this.waited.push(work);
  }

  /** The newest `outputs` that were sent for a model since the last call. */
  outputs(id: string): unknown[] | undefined {
    const sent = this.sent.splice(0).filter(({ content }) => content["comm_id"] === id);
    const states = sent.map(({ content }) => (content["data"] as { state?: { outputs?: unknown[] } }).state);
    return states.findLast((state) => state?.outputs !== undefined)?.outputs;
  }
}

/** Prints as a cell does. */
export function print(text: string, name: "stdout" | "stderr" = "stdout"): void {
  currentRun()!.output!({ type: "stream", name, text });
}

/** Runs code as a cell that is still running. */
export function inCell<T>(work: () => T): T {
  return within(createRun(undefined), work);
}

/** A fresh host and a clock that stands still, for each test. */
export function useCaptureHost(): { current: CaptureHost } {
  const holder = { current: new CaptureHost() };
  let undo = (): void => {};
  beforeEach(() => {
    vi.useFakeTimers();
    holder.current = new CaptureHost();
    undo = setCellHost(holder.current);
  });
  afterEach(() => {
    closeAll();
    undo();
    vi.useRealTimers();
  });
  return holder;
}

/** Lets time pass; what is due in it happens. */
export function settle(ms: number = 200): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a control's view sends when the user moves it. */
export function move(host: CaptureHost, { id }: { readonly id: string }, value: unknown): void {
  inCell(() => host.say(id, { method: "update", state: { value }, buffer_paths: [] }));
}

/** All that an output showed since the last look, one state after the other. */
export function states(host: CaptureHost, { id }: { readonly id: string }): unknown[] {
  return host.sent.splice(0).flatMap(({ content }) => {
    const { state } = content["data"] as { state?: { outputs?: unknown } };
    return content["comm_id"] === id && state?.outputs !== undefined ? [state.outputs] : [];
  });
}

export const stream = (text: string, name: string = "stdout"): object => ({
  output_type: "stream",
  name,
  text,
});
export const shown = (text: string): object => ({
  output_type: "display_data",
  data: { "text/plain": text },
  metadata: {},
});
export const failed = (ename: string, evalue: string): object => ({
  output_type: "error",
  ename,
  evalue,
  traceback: [`${ename}: ${evalue}`],
});
