import { displayBundle, updateBundle } from "../display.js";
import type { Displayed } from "../formatters.js";
import type { MimeBundle } from "../host.js";
import { barView, type BarState, type BarView } from "./face.js";

/** A bar's place among the outputs of a cell. Every front end gets its text; some show a better view instead. */
export class BarOutput {
  private readonly stop: () => void;
  private id: string | undefined;
  private view: BarView | undefined;
  private shown: BarState | undefined;

  constructor(stop: () => void) {
    this.stop = stop;
  }

  /** Whether the bar has appeared. */
  get appeared(): boolean {
    return this.id !== undefined;
  }

  show(state: BarState): void {
    const before = this.shown;
    this.shown = state;
    if (state.live && this.view?.move(state) === true) return;
    if (before?.text === state.text && before.live === state.live) return;
    if (!state.live) this.close();
    else this.view ??= barView(this.stop);
    const shown = displayed(state, state.live ? this.view?.open(state) : undefined);
    if (this.id === undefined) this.id = displayBundle(shown).id;
    else updateBundle(shown, this.id);
  }

  private close(): void {
    this.view?.close();
    this.view = undefined;
  }
}

function displayed({ text, part, live }: BarState, better: MimeBundle = {}): Displayed {
  const bar =
    live && part !== undefined
      ? `<progress max="1" value="${part.toFixed(4)}" style="width:20em"></progress> `
      : "";
  const html = `<div class="vitrine-progress">${bar}${escaped(text)}</div>`;
  return { data: { "text/plain": text, "text/html": html, ...better } };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
