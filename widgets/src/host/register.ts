import { cellTask, registerFormatter } from "@vitrine/kernel/cell";
import { setAmbientTask } from "vitrine/core";
import { figureOf } from "./figure/index.js";
import { isNoun } from "./noun.js";

/**
 * Makes the library's records show themselves, and its slow work listen to the cell's stop button and move its
 * progress bar. Returns the undo.
 */
export function registerFigures(): () => void {
  const formatter = registerFormatter(async (value) =>
    isNoun(value) ? { data: (await figureOf(value)).bundle } : undefined,
  );
  const task = setAmbientTask(cellTask);
  return () => {
    task();
    formatter();
  };
}
