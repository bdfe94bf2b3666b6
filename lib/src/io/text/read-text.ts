import type { TaskOptions } from "../../core/index.js";
import { FormatError } from "../../core/index.js";
import { openSource } from "../open-source.js";
import { readExactly } from "../source.js";
import type { SourceInput } from "../source.js";

/** Largest text that is read as a whole, in bytes. 64 MiB: a hundred times the metadata of a long session. */
const mostBytes = 2 ** 26;

/** A text, and what the user calls it. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

/** A line of a text, without its break, and where it begins. */
export interface TextLine {
  readonly line: string;
  /** In characters, which are bytes in plain text. */
  readonly offset: number;
}

/**
 * A small text file as a whole: UTF-8, or UTF-16 where it begins with a mark of its byte order.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no text, or larger than 64 MiB
 */
export async function readText(input: SourceInput, options: TaskOptions = {}): Promise<Text> {
  const source = await openSource(input, options);
  const refused = (got: string, wanted: string, cause?: unknown): FormatError =>
    new FormatError({ file: source.name, field: "text", got, wanted, cause });
  try {
    if (source.size > mostBytes) throw refused(`${source.size} bytes`, `${mostBytes} at most`);
    const bytes = await readExactly(source, 0, source.size, "text");
    try {
      const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return { name: source.name, text };
    } catch (cause) {
      throw refused("bytes that no text has", "a text in UTF-8, or UTF-16 with its mark", cause);
    }
    throw refused("zero bytes", "a text");
  } finally {
    await source.close();
  }
}

/** The lines of a text, with any kind of line break. */
export function linesOf({ text }: Text): TextLine[] {
  const lines: TextLine[] = [];
  let offset = 0;
  for (const part of text.split(/(\r\n|\n|\r)/)) {
    if (!/^[\r\n]/.test(part)) lines.push({ line: part, offset });
    offset += part.length;
  }
  return lines;
}

/** The numbers of a line, between blanks; NaN for a word. */
export function numbersIn(line: string): number[] {
  return line
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map(numberIn);
}

/** The number that a word spells, rounded as `Number` rounds; NaN where it is none. */
export function numberIn(word: string): number {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word)) return Number(word);
  const infinite = /^([+-]?)inf(inity)?$/i.exec(word);
  return infinite === null ? NaN : infinite[1] === "-" ? -Infinity : Infinity;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
