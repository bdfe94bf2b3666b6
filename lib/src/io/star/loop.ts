import { FormatError } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Table } from "../../model/index.js";
import { ColumnBuilder, decode } from "./column-builder.js";
import { holdsWords } from "./labels.js";
import { isNan, parseNumber, scanEnd, scanNumber } from "./number.js";
import { isGap, nextStart, tokenAt, tokensOf } from "./tokens.js";

/** A column of numbers met a word, in a row that is not the first. */
export interface LateWord {
  readonly column: number;
}

/** The rows of a loop on their way into columns. */
export interface Loop {
  readonly labels: readonly string[];
  readonly rowCount: number;
  /** Takes a line. Returns the column that turned out to be one of words, if one did. */
  take(bytes: Uint8Array, start: number, end: number, offset: number): LateWord | undefined;
  finish(): Table;
}

/** What a loop must know of its file. */
export interface LoopPlace {
  readonly file: string;
  readonly block: string;
  /** Columns known to be of words; the others are what their first value is. */
  readonly words: ReadonlySet<number>;
  /** About how many rows will come, from a row of so many bytes. */
  expectedRows(rowBytes: number): number;
}

/** Starts a loop. A row is a line, as in every program of the field. */
export function startLoop(labels: readonly string[], { file, block, words, expectedRows }: LoopPlace): Loop {
  let builders: readonly ColumnBuilder[] | undefined;
  let rowCount = 0;
  let expected = 0;

  function wrongCount(bytes: Uint8Array, start: number, end: number, offset: number): never {
    throw new FormatError({
      file,
      field: `data_${block}, row ${rowCount + 1}`,
      offset,
      got: `${tokensOf(bytes, start, end).length} values: ${decode(bytes, start, Math.min(end, start + 80))}`,
      wanted: `${labels.length}, one for each column`,
    });
  }

  function begin(bytes: Uint8Array, start: number, end: number, offset: number): readonly ColumnBuilder[] {
    const tokens = tokensOf(bytes, start, end);
    if (tokens.length !== labels.length) wrongCount(bytes, start, end, offset);
    expected = expectedRows(end - start);
    return tokens.map((token, column) => {
      const value = parseNumber(bytes, token.start, token.end);
      const isNumber = !Number.isNaN(value) || isNan(bytes, token.start, token.end);
      return new ColumnBuilder(
        isNumber && !token.quoted && !words.has(column) && !holdsWords(labels[column]!),
      );
    });
  }

  return {
    labels,
    get rowCount() {
      return rowCount;
    },
    take(bytes, start, end, offset) {
      builders ??= begin(bytes, start, end, offset);
      let at = start;
      for (let column = 0; column < builders.length; column++) {
        at = nextStart(bytes, at, end);
        if (at === end) wrongCount(bytes, start, end, offset);
        const builder = builders[column]!;
        if (builder.holdsNumbers) {
          const value = scanNumber(bytes, at, end);
          if (value === value && (scanEnd === end || isGap(bytes[scanEnd]!))) {
            builder.add(value, expected);
            at = scanEnd;
            continue;
          }
        }
        const token = tokenAt(bytes, at, end);
        if ((token.quoted && builder.holdsNumbers) || !builder.take(bytes, token.start, token.end, expected))
          return { column };
        at = token.next;
      }
      if (nextStart(bytes, at, end) !== end) wrongCount(bytes, start, end, offset);
      rowCount++;
      return undefined;
    },
    finish() {
      const columns = labels.map(
        (label, i) => [label, builders?.[i]?.finish() ?? new Float64Array(0)] as const,
      );
      return table(block, Object.fromEntries(columns));
    },
  };
}
