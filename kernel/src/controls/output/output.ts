import { cellHost, formatValue } from "../../cell/index.js";
import { OutputModel, type OutputModelState } from "../generated/index.js";
import type { ControlOptions } from "../control.js";
import { captureInto } from "./capture.js";
import { OutputLog } from "./log.js";

/** Between two updates, in milliseconds: longer than models wait by themselves, so that they send at once. */
const intervalMs = 20;
/** An output goes to the views whole, so a long one goes less often: characters per millisecond. */
const charactersPerMs = 20_000;

/**
 * A place in a view where cells print and show things.
 *
 * @example
 * ```ts
 * const output = new Output();
 * output.capture(() => console.log("inside"));
 * button.onClick(() => output.capture(async () => display(await refine(volume))));
 * output
 * ```
 */
export class Output extends OutputModel {
  private log: OutputLog = new OutputLog();
  private sentMs = -Infinity;
  private isDue = false;

  constructor(options: ControlOptions<OutputModelState> = {}) {
    super(options);
    this.log.changed = () => this.sendSoon();
    this.onClose(() => this.log.end());
  }

  /**
   * Calls `work`, with everything that it prints and shows going in here, and gives what it gives. That holds for
   * what it leaves running, too, and for other captures at the same time. An error shows here and is thrown.
   */
  capture<T>(work: () => T): T {
    return captureInto(this.log, new AbortController(), work);
  }

  /** Empties it, or with `wait` at the moment when the next output comes. */
  clear(wait: boolean = false): void {
    this.log.clear(wait);
  }

  appendStdout(text: string): void {
    this.log.print("stdout", text);
  }

  appendStderr(text: string): void {
    this.log.print("stderr", text);
  }

  /** Adds a value as `display` shows it. */
  async appendDisplay(value: unknown): Promise<void> {
    this.log.show({ ...(await formatValue(value)) });
  }

  /** Shows this log from now on, in the place of what is there. */
  show(log: OutputLog): void {
    if (log !== this.log) this.log.end();
    this.log = log;
    log.changed = () => this.sendSoon();
    this.sendSoon();
  }

  /** The cell that prints waits, so that it does not end before its last words are in the widget. */
  private sendSoon(): void {
    const waitMs = this.sentMs + Math.max(intervalMs, this.log.length / charactersPerMs) - performance.now();
    if (waitMs <= 0) this.sendNow();
    else if (!this.isDue) {
      this.isDue = true;
      const sent = new Promise((resolve) => globalThis.setTimeout(resolve, waitMs)).then(() =>
        this.sendNow(),
      );
      cellHost().waitFor?.(sent);
    }
  }

  private sendNow(): void {
    this.isDue = false;
    this.sentMs = performance.now();
    this.set({ outputs: this.log.records });
  }
}
