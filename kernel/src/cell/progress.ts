import type { CheckMode } from "../messages/index.js";
import { setCheckMode } from "./check.js";
import { cellHost, inSession } from "./host.js";
import { currentBoard } from "./progress/board.js";
import { track } from "./progress/track.js";
import type { CellProgress } from "./progress/words.js";

/** The call that stands for a cell's own loops in the bars of its stages. */
const ownLoop = {};

/** What a cell's code may ask of the cell it runs in. */
export const cell: {
  readonly signal: AbortSignal;
  progress(progress: CellProgress): void;
  track: typeof track;
  check(mode: CheckMode): void;
} = {
  /** Aborts when the user interrupts this cell. */
  get signal() {
    return cellHost().signal();
  },
  /**
   * Shows or moves a bar of this cell, one for each stage: nothing for the first half second, then how far, how fast
   * and how long still, with a button that stops the cell.
   * @throws the signal's reason once the cell is interrupted
   */
  progress(progress) {
    if (!inSession()) return;
    currentBoard().report(ownLoop, progress);
    cellHost().signal().throwIfAborted();
  },
  track,
  /** Says what is done about the types of the cells that follow: nothing, a warning, or that they don't run. */
  check: setCheckMode,
};
