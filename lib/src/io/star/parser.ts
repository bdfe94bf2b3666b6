import { FormatError } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Column } from "../../model/index.js";
import { decode } from "./column-builder.js";
import { holdsWords } from "./labels.js";
import { startLoop } from "./loop.js";
import type { Loop } from "./loop.js";
import { isNan, parseNumber } from "./number.js";
import type { StarBlock, StarFile } from "./star-file.js";
import { isBlank, tokensOf } from "./tokens.js";
import type { Token } from "./tokens.js";

/** A STAR file on its way: takes its lines one after the other. */
export interface StarParser {
  /** Takes a line; returns the offset to which to go back where columns have to be begun anew. */
  take(bytes: Uint8Array, start: number, end: number, offset: number): number | undefined;
  finish(): Pick<StarFile, "comments" | "blocks">;
}

const [hash, underscore] = [35, 95] as const;

/** Starts to read the STAR file `file` of so many bytes. */
export function starParser(file: string, size: number): StarParser {
  const comments: string[] = [];
  const blocks: StarBlock[] = [];
  let block: string | undefined;
  let list = new Map<string, Column>();
  let labels: string[] | undefined;
  let loop: Loop | undefined;
  let firstRow = 0;
  let words = new Set<number>();

  /** Puts away what was read of a list or a loop. */
  function close(): void {
    if (list.size > 0) blocks.push({ form: "list", table: table(block!, Object.fromEntries(list)) });
    list = new Map();
    loop ??= labels === undefined ? undefined : begin(labels, 0);
    if (loop !== undefined) blocks.push({ form: "loop", table: loop.finish() });
    loop = undefined;
    labels = undefined;
    words = new Set();
  }

  function begin(names: readonly string[], offset: number): Loop {
    firstRow = offset;
    return startLoop(names, {
      file,
      block: block!,
      words,
      expectedRows: (rowBytes) => Math.ceil((1.02 * (size - offset)) / (rowBytes + 1)),
    });
  }

  function row(bytes: Uint8Array, start: number, end: number, offset: number): number | undefined {
    loop ??= begin(labels!, offset);
    const late = loop.take(bytes, start, end, offset);
    if (late === undefined) return undefined;
    words.add(late.column);
    loop = undefined;
    return firstRow;
  }

  function failure(offset: number, got: string, wanted: string): FormatError {
    return new FormatError({
      file,
      field: block === undefined ? "data_" : `data_${block}`,
      offset,
      got,
      wanted,
    });
  }

  function requireBlock(offset: number, got: string): void {
    if (block === undefined)
      throw failure(offset, got, "a STAR file, whose values stand below a line that begins with data_");
  }

  /** A line that begins a block, a loop or a list, or names a column; false for all others. */
  function heading(bytes: Uint8Array, tokens: readonly Token[], offset: number): boolean {
    const [{ start, end, quoted }] = tokens as [Token];
    const first = decode(bytes, start, end);
    if (quoted) return false;
    if (/^data_/i.test(first)) {
      close();
      block = first.slice("data_".length);
    } else if (/^loop_$/i.test(first)) {
      requireBlock(offset, "loop_ before any data_");
      close();
      labels = [];
    } else if (first.startsWith("_")) {
      requireBlock(offset, `${first} before any data_`);
      if (labels === undefined || loop !== undefined) single(bytes, first.slice(1), tokens, offset);
      else named(labels, first.slice(1), offset);
    } else return false;
    return true;
  }

  function named(columns: string[], label: string, offset: number): void {
    if (columns.includes(label)) throw failure(offset, `_${label} twice`, "each column once");
    columns.push(label);
  }

  /** A label with its value: a list, also behind a loop. */
  function single(bytes: Uint8Array, label: string, tokens: readonly Token[], offset: number): void {
    if (loop !== undefined || labels !== undefined) close();
    if (list.has(label)) throw failure(offset, `_${label} twice`, "each label once");
    const token = tokens[1];
    if (token === undefined) throw failure(offset, `_${label} without a value`, "a value behind it");
    const value = parseNumber(bytes, token.start, token.end);
    const isNumber = !Number.isNaN(value) || isNan(bytes, token.start, token.end);
    const isWord = !isNumber || token.quoted || holdsWords(label);
    list.set(label, !isWord ? Float64Array.of(value) : [decode(bytes, token.start, token.end)]);
  }

  return {
    take(bytes, start, end, offset) {
      let at = start;
      while (at < end && isBlank(bytes[at]!)) at++;
      if (at === end) return undefined;
      if (bytes[at] === hash) {
        if (block === undefined) comments.push(decode(bytes, at + 1, end).trim());
        return undefined;
      }
      if (loop !== undefined && !maybeHeading(bytes[at]!)) return row(bytes, at, end, offset);
      const tokens = tokensOf(bytes, at, end);
      const isRow = labels !== undefined && tokens.length === labels.length && tokens.length > 2;
      if (!isRow && heading(bytes, tokens, offset)) return undefined;
      if (labels !== undefined && labels.length > 0) return row(bytes, at, end, offset);
      throw failure(
        offset,
        decode(bytes, at, Math.min(end, at + 80)),
        "data_, loop_ or a label that begins with _",
      );
    },
    finish() {
      close();
      return { comments, blocks };
    },
  };
}

/** Whether a line that begins so may be other than a row: `_`, or the d and l of data_ and loop_. */
function maybeHeading(byte: number): boolean {
  return byte === underscore || (byte | 32) === 100 || (byte | 32) === 108;
}
