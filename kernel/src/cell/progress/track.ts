import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { cellHost } from "../host.js";
import { currentBoard } from "./board.js";

/** Longest stretch of a loop between two looks at clicks and the stop button, in milliseconds. */
const blockMs = 30;

/**
 * Gives the items of a list, a set or any other source one by one and moves a bar along. Between items the stop
 * button and widgets are served.
 *
 * @param stage what is done to them, in a word or two. Default: "items".
 * @throws the signal's reason once the cell is interrupted
 * @example
 * ```ts
 * for await (const name of cell.track(["a.mrc", "b.mrc"], "read")) console.log(name);
 * ```
 */
export async function* track<T>(
  items: Iterable<T> | AsyncIterable<T>,
  stage: string = "items",
): AsyncGenerator<T> {
  const signal = cellHost().signal();
  const board = currentBoard();
  const call = {};
  const total = sizeOf(items);
  const told = total === undefined ? {} : { total };
  let done = 0;
  let blockStart = performance.now();
  board.report(call, { stage, done, ...told });
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
    board.report(call, { stage, done: ++done, ...told });
    if (performance.now() - blockStart < blockMs) continue;
    await setImmediate();
    blockStart = performance.now();
  }
  if (total === undefined) board.report(call, { stage, done, total: done });
}

function sizeOf(items: object): number | undefined {
  const { length, size } = items as { readonly length?: unknown; readonly size?: unknown };
  return [length, size].find((count) => typeof count === "number");
}
