import type { MimeBundle } from "../host.js";

/** What a progress bar says at one moment. */
export interface BarState {
  readonly text: string;
  /** Part that is done, 0 to 1; nothing where the end is not known. */
  readonly part: number | undefined;
  /** Whether the work goes on. */
  readonly live: boolean;
}

/** One bar on the page. */
export interface BarView {
  /** Forms to show beside the text, for a front end that has better than text. Asked for once each time it goes live. */
  open(state: BarState): MimeBundle;
  /** Moves what {@link open} gave; whether that was enough, and the text need not be shown anew. */
  move(state: BarState): boolean;
  /** The work is over: only the text stays. */
  close(): void;
}

/** Makes the view of a bar; `stop` is what its button does. */
export type BarFace = (stop: () => void) => BarView | undefined;

let load: (() => Promise<BarFace>) | undefined;
let face: BarFace | undefined;

/** Sets from where a better face than text comes; it is loaded when the first bar appears. Returns the undo. */
export function setBarFace(loader: () => Promise<BarFace>): () => void {
  load = loader;
  face = undefined;
  return () => {
    load = face = undefined;
  };
}

/** A view of the best face that is there by now. */
export function barView(stop: () => void): BarView | undefined {
  if (face === undefined && load !== undefined) {
    const loading = load();
    load = undefined;
    loading.then(
      (loaded) => (face = loaded),
      () => undefined, // text is enough
    );
  }
  return face?.(stop);
}
