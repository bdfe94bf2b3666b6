import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers";
import { BarOutput } from "./output.js";
import { finished, moving, unfinished, type CellProgress } from "./words.js";

/** A bar appears only for work that lasts longer than this, in milliseconds. */
const patienceMs = 500;
/** Between two redraws, in milliseconds: ten a second is as much as one can read. */
const redrawMs = 100;
/** A call that says nothing for so long, while others do, was given up, in milliseconds. */
const silentMs = 3000;
/** A bar that is done gives way to its last word after this time without news, in milliseconds. */
const restMs = 500;

/** One call's part of a bar. */
interface Told {
  readonly progress: CellProgress;
  readonly atMs: number;
}

/** The bar of one stage. Calls that run at the same time move it together; one that comes later begins it anew. */
export class Bar {
  private readonly output: BarOutput;
  private readonly calls = new Map<object, Told>();
  private startMs = 0;
  private shownMs = 0;
  /** Passes that came to their end, and the time that they took. */
  private times = 0;
  private spentMs = 0;
  private last: CellProgress | undefined;
  private over = true;
  private closed = false;

  constructor(stop: () => void) {
    this.output = new BarOutput(stop);
  }

  /** Takes what a call reports. */
  report(call: object, progress: CellProgress): void {
    const now = performance.now();
    if (this.over) this.begin(now);
    this.calls.set(call, { progress, atMs: now });
    for (const [other, { atMs }] of this.calls) if (now - atMs > silentMs) this.calls.delete(other);
    const whole = sum([...this.calls.values()].map((told) => told.progress));
    this.last = whole;
    if (whole.total !== undefined && whole.done >= whole.total) return this.finish(whole, now);
    const due = this.output.appeared ? now - this.shownMs >= redrawMs : now - this.startMs >= patienceMs;
    if (!due) return;
    this.shownMs = now;
    const text = moving(whole, now - this.startMs);
    const part = whole.total === undefined ? undefined : whole.done / whole.total;
    this.output.show({ text, part, live: true });
  }

  /** What was not done by now won't be: the cell was stopped, or has ended. */
  end(word: "stopped" | "ended"): void {
    const { last } = this;
    if (last === undefined || this.closed || !this.output.appeared) return;
    this.closed = true;
    const text = this.over
      ? finished(last, this.spentMs, this.times)
      : unfinished(last, performance.now() - this.startMs, word);
    this.over = true;
    this.output.show({ text, part: undefined, live: false });
  }

  private begin(now: number): void {
    this.over = this.closed = false;
    this.startMs = now;
    this.calls.clear();
  }

  private finish(whole: CellProgress, now: number): void {
    this.over = true;
    if (!this.output.appeared) return;
    this.times++;
    this.spentMs += now - this.startMs;
    const text = finished(whole, this.spentMs, this.times);
    this.output.show({ text, part: 1, live: true });
    const { times } = this;
    setTimeout(() => {
      if (this.over && this.times === times) this.end("ended");
    }, restMs).unref();
  }
}

/** Several calls as one; the metrics are those of the last. */
function sum(all: readonly CellProgress[]): CellProgress {
  const last = all.at(-1)!;
  if (all.length === 1) return last;
  const total = all.reduce((whole, { total = NaN }) => whole + total, 0);
  const done = all.reduce((whole, progress) => whole + progress.done, 0);
  const { stage, metrics = {} } = last;
  return {
    stage: `${stage} (${all.length} at once)`,
    done,
    metrics,
    ...(Number.isNaN(total) ? {} : { total }),
  };
}
