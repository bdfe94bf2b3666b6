import { FormatError } from "../../core/index.js";
import type { Task } from "../../core/index.js";
import type { Source } from "../source.js";

/** Bytes read at a time: some 20 ms of parsing. */
const chunkBytes = 2 ** 22;
/** Longest line that a metadata file has good reason for, in bytes. */
const longestLine = 2 ** 20;

/** Takes a line: `bytes` from `start` up to `end`, its line break not included, at `offset` in the file. May ask to go back to an offset. */
export type TakeLine = (bytes: Uint8Array, start: number, end: number, offset: number) => number | undefined;

/**
 * Hands the lines of a source to `take`, one after the other, and lets the event loop breathe. `take` may return an offset from
 * which to go on, a line that it wants to see again.
 *
 * @throws FormatError if a line is longer than a mebibyte
 */
export async function forEachLine(source: Source, task: Task, take: TakeLine): Promise<void> {
  const buffer = new Uint8Array(chunkBytes + longestLine);
  let [begin, filled, offset] = [0, 0, 0];
  for (let ended = false; !ended;) {
    // what is left of the chunk before moves to the front
    buffer.copyWithin(0, begin, filled);
    filled -= begin;
    begin = 0;
    const count = await readInto(source, buffer.subarray(filled), offset + filled);
    filled += count;
    ended = offset + filled >= source.size || count === 0;
    for (;;) {
      const found = buffer.subarray(0, filled).indexOf(10, begin);
      if (found < 0 && !ended) break;
      const end = found < 0 ? filled : found;
      if (found < 0 && begin === filled) break;
      const back = take(buffer, begin, end, offset);
      const next = found < 0 ? filled : found + 1;
      if (back === undefined) {
        offset += next - begin;
        begin = next;
      } else {
        offset = back;
        [begin, filled, ended] = [0, 0, false];
        break;
      }
    }
    if (filled - begin === buffer.length) {
      throw new FormatError({
        file: source.name,
        field: "line",
        offset,
        got: `more than ${longestLine} bytes without a line break`,
        wanted: "text in lines",
      });
    }
    task.report({ stage: "read", done: offset, total: source.size });
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

async function readInto(source: Source, into: Uint8Array, offset: number): Promise<number> {
  if (source.readInto !== undefined) return source.readInto(into, offset);
  const bytes = await source.read(offset, into.length);
  into.set(bytes);
  return bytes.length;
}
