import { cellHost, inSession } from "../host.js";
import { currentBoard } from "./board.js";
import type { CellProgress } from "./words.js";

/** What a slow call needs of the cell that makes it: how to be stopped and whom to tell how far it is. */
export interface CellTask {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CellProgress) => void;
}

/** A task for one call: it stops with the cell, and its progress is its own, also where several run at once. */
export function cellTask(): CellTask {
  if (!inSession()) return {};
  const signal = cellHost().signal();
  const board = currentBoard();
  const call = {};
  return { signal, onProgress: (progress) => board.report(call, progress) };
}
