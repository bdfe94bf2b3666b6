import { displayBundle, updateBundle } from "./display.js";
import { cellHost, inSession } from "./host.js";
import type { Displayed } from "./formatters.js";

/** How far slow work is: what library calls report. */
export interface CellProgress {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  readonly metrics?: Readonly<Record<string, number>>;
}

interface Bar {
  startMs: number;
  shownMs: number;
  /** Of its output, once it has appeared; a stage that starts again moves the same bar. */
  id: string | undefined;
  finished: boolean;
}

/** A bar appears only for work that lasts longer than this, in milliseconds. */
const patienceMs = 500;
/** Between two redraws, in milliseconds: ten a second is as much as one can read. */
const redrawMs = 100;

const bars = new WeakMap<AbortSignal, Map<string, Bar>>();

/** What a cell's code may ask of the cell it runs in. */
export const cell: { readonly signal: AbortSignal; progress(progress: CellProgress): void } = {
  /** Aborts when the user interrupts this cell. */
  get signal() {
    return cellHost().signal();
  },
  /** Shows or moves this cell's progress bar. */
  progress(progress) {
    if (!inSession()) return;
    const now = performance.now();
    const bar = barOf(progress.stage, now);
    const finished = progress.total !== undefined && progress.done >= progress.total;
    bar.finished = finished;
    if (bar.id === undefined && (finished || now - bar.startMs < patienceMs)) return;
    if (!finished && now - bar.shownMs < redrawMs) return;
    bar.shownMs = now;
    const shown = drawn(progress, now - bar.startMs);
    if (bar.id === undefined) bar.id = displayBundle(shown).id;
    else updateBundle(shown, bar.id);
  },
};

function barOf(stage: string, now: number): Bar {
  const signal = cellHost().signal();
  let ofCell = bars.get(signal);
  if (ofCell === undefined) bars.set(signal, (ofCell = new Map()));
  let bar = ofCell.get(stage);
  if (bar === undefined)
    ofCell.set(stage, (bar = { startMs: now, shownMs: 0, id: undefined, finished: false }));
  if (bar.finished) bar.startMs = now;
  return bar;
}

function drawn({ stage, done, total, metrics = {} }: CellProgress, elapsedMs: number): Displayed {
  const finished = `${stage}: done`;
  if (done === total) return { data: { "text/plain": finished, "text/html": line(finished) } };
  const numbers = Object.entries(metrics).map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
  const rate = done / (elapsedMs / 1000);
  const left =
    total !== undefined && rate > 0 ? `${clock((total - done) / rate)} left` : clock(elapsedMs / 1000);
  const of = total === undefined ? String(done) : `${done}/${total}`;
  const text = [stage, of, left, ...numbers].join("  ");
  const bar =
    total === undefined ? "" : `<progress max="${total}" value="${done}" style="width:20em"></progress> `;
  return { data: { "text/plain": text, "text/html": line(text, bar) } };
}

function line(text: string, bar: string = ""): string {
  return `<div class="vitrine-progress">${bar}${escaped(text)}</div>`;
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
