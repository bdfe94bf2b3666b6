import { FormatError } from "../../core/index.js";
import { decode } from "../star/column-builder.js";
import { isGap, nextStart, tokenAt } from "../star/tokens.js";

/** Takes a value: its bytes without quotes, and whether it is a bare word, which `?` and `.` must be to mean nothing. */
export type TakeValue = (
  bytes: Uint8Array,
  start: number,
  end: number,
  offset: number,
  isBare: boolean,
) => void;

/** What becomes of a loop: a taker for each column, and what is done when a row is whole. */
export interface CifRows {
  readonly take: readonly TakeValue[];
  endRow(): void;
}

/** Who wants what of a CIF file. Names are in small letters, without the underscore: `atom_site.cartn_x`. */
export interface CifReader {
  /** A block begins. */
  block(name: string): void;
  /** Who takes the values of a loop of these columns; undefined where nobody wants them. */
  loop(columns: readonly string[], offset: number): CifRows | undefined;
  /** Who takes the single value of this name; undefined where nobody wants it. */
  item(name: string): TakeValue | undefined;
}

/** A CIF file on its way: takes its lines one after the other. */
export interface CifParser {
  take(bytes: Uint8Array, start: number, end: number, offset: number): void;
  finish(): void;
}

const [doubleQuote, singleQuote, semicolon, underscore] = [34, 39, 59, 95] as const;
/** Small letters with which words that are no values begin: `data_`, `global_`, `loop_`, `save_`, `stop_`. */
const reservedLetters: ReadonlySet<number> = new Set([..."dgls"].map((letter) => letter.charCodeAt(0)));
const reserved = /^(data_.*|global_|loop_|save_.*|stop_)$/i;

/** Starts to read the CIF file `file`. Values wrap over lines as they like; a text goes from a line's `;` to the next. */
export function cifParser(file: string, reader: CifReader): CifParser {
  let hasBlock = false;
  let item: { readonly name: string; readonly take: TakeValue | undefined } | undefined;
  let columns: string[] | undefined;
  let rows: CifRows | undefined;
  let inRows = false;
  let column = 0;
  let text: { readonly offset: number; readonly lines: Uint8Array[] } | undefined;

  function wrong(field: string, offset: number, got: string, wanted: string): never {
    throw new FormatError({ file, field, offset, got, wanted });
  }

  function value(bytes: Uint8Array, start: number, end: number, offset: number, isBare: boolean): void {
    if (inRows) {
      rows?.take[column]!(bytes, start, end, offset, isBare);
      if (++column < columns!.length) return;
      column = 0;
      rows?.endRow();
    } else if (item !== undefined) {
      item.take?.(bytes, start, end, offset, isBare);
      item = undefined;
    } else if (columns !== undefined && columns.length > 0) {
      rows = reader.loop(columns, offset);
      inRows = true;
      value(bytes, start, end, offset, isBare);
    } else
      wrong(
        "data_",
        offset,
        decode(bytes, start, Math.min(end, start + 80)),
        "data_, loop_, or a name that begins with _",
      );
  }

  /** What ends with the next name or reserved word. */
  function close(offset: number, by: string): void {
    if (column > 0)
      wrong(
        `loop of _${columns![0]}`,
        offset,
        `${by} behind ${column} values of a row`,
        `${columns!.length} values, one for each column`,
      );
    if (item !== undefined) wrong(`_${item.name}`, offset, by, "a value");
    if (columns?.length === 0) wrong("loop_", offset, by, "names of columns");
    [columns, rows, inRows] = [undefined, undefined, false];
  }

  function name(word: string, offset: number): void {
    if (!hasBlock)
      wrong("data_", offset, `${word} before any data_`, "a CIF file, whose values stand below data_");
    const label = word.slice(1).toLowerCase();
    if (columns === undefined || inRows) {
      close(offset, word);
      item = { name: label, take: reader.item(label) };
    } else if (columns.includes(label))
      wrong(`loop of _${columns[0]}`, offset, `${word} twice`, "each column once");
    else columns.push(label);
  }

  function reservedWord(word: string, offset: number): void {
    close(offset, word);
    if (/^data_/i.test(word)) {
      hasBlock = true;
      reader.block(word.slice("data_".length));
    } else if (/^loop_$/i.test(word)) {
      if (!hasBlock)
        wrong("data_", offset, "loop_ before any data_", "a CIF file, whose values stand below data_");
      columns = [];
    } else if (!/^save_/i.test(word))
      wrong(word, offset, word, "data_, loop_ or a name; no other word of STAR is in a CIF file");
  }

  function bareWord(bytes: Uint8Array, start: number, end: number, offset: number): void {
    const first = bytes[start]!;
    if (first === underscore) name(decode(bytes, start, end), offset);
    else if (reservedLetters.has(first | 32) && end - start >= 5 && reserved.test(decode(bytes, start, end)))
      reservedWord(decode(bytes, start, end), offset);
    else value(bytes, start, end, offset, true);
  }

  function words(bytes: Uint8Array, start: number, end: number, offset: number): void {
    for (let at = nextStart(bytes, start, end); at < end; at = nextStart(bytes, at, end)) {
      const first = bytes[at]!;
      if (first === singleQuote || first === doubleQuote) {
        const { start: from, end: to, next, quoted } = tokenAt(bytes, at, end);
        if (!quoted)
          wrong("quote", offset, decode(bytes, at, Math.min(end, at + 80)), "a quote that ends on its line");
        value(bytes, from, to, offset, false);
        at = next;
      } else {
        let stop = at + 1;
        while (stop < end && !isGap(bytes[stop]!)) stop++;
        bareWord(bytes, at, stop, offset);
        at = stop;
      }
    }
  }

  /** Whether the text on its way is wanted; one that nobody takes is not kept. */
  function isWanted(): boolean {
    return inRows ? rows !== undefined : item === undefined || item.take !== undefined;
  }

  return {
    take(bytes, start, end, offset) {
      const begins = start < end && bytes[start] === semicolon;
      if (text !== undefined && !begins) {
        if (isWanted()) text.lines.push(bytes.slice(start, end));
      } else if (text !== undefined) {
        const whole = joined(text.lines);
        text = undefined;
        value(whole, 0, whole.length, offset, false);
        words(bytes, start + 1, end, offset);
      } else if (begins) text = { offset, lines: [bytes.slice(start + 1, end)] };
      else words(bytes, start, end, offset);
    },
    finish() {
      if (text !== undefined)
        wrong("text", text.offset, "no end", "a line that begins with ; behind the text");
      close(NaN, "the end of the file");
    },
  };
}

/** Lines as one text, without the carriage returns of Windows. */
function joined(lines: readonly Uint8Array[]): Uint8Array {
  const text = lines.map((line) => decode(line, 0, line.length).replace(/\r$/, "")).join("\n");
  return new TextEncoder().encode(text);
}
