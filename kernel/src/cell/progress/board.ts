import { AsyncResource } from "node:async_hooks";
import { cellHost } from "../host.js";
import { Bar } from "./bar.js";
import type { CellProgress } from "./words.js";

/** Bars of one cell; what comes on top shares the last of them. */
const mostBars = 6;
/** Name of the bar that all further stages share. */
const others = "other work";

/** The bars of one cell: one for each stage. */
export class Board {
  private readonly bars = new Map<string, Bar>();
  private readonly stop: () => void;
  private readonly signal: AbortSignal;

  constructor() {
    const host = cellHost();
    this.stop = host.stopper?.() ?? (() => undefined);
    this.signal = host.signal();
    // its last words are the cell's, not those of the click that stops it
    const stopped = AsyncResource.bind(() => this.end("stopped"));
    this.signal.addEventListener("abort", stopped, { once: true });
    host.whenEnded?.(() => this.end("ended"));
  }

  /** Takes what a call of the cell reports; what still comes after a stop is no news. */
  report(call: object, progress: CellProgress): void {
    if (this.signal.aborted) return;
    const { stage } = progress;
    const own = this.bars.get(stage) ?? (this.bars.size < mostBars ? this.add(stage) : undefined);
    if (own !== undefined) own.report(call, progress);
    else
      (this.bars.get(others) ?? this.add(others)).report(call, { ...progress, stage: `${others}: ${stage}` });
  }

  private add(stage: string): Bar {
    const bar = new Bar(this.stop);
    this.bars.set(stage, bar);
    return bar;
  }

  private end(word: "stopped" | "ended"): void {
    for (const bar of this.bars.values()) bar.end(word);
  }
}

const boards = new WeakMap<AbortSignal, Board>();

/** The board of the cell whose code calls. */
export function currentBoard(): Board {
  const signal = cellHost().signal();
  let board = boards.get(signal);
  if (board === undefined) boards.set(signal, (board = new Board()));
  return board;
}
