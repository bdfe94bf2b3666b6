import { ValueError } from "../../core/index.js";
import type { Column, Table } from "../../model/index.js";
import { holdsWords } from "./labels.js";
import { parseNumber } from "./number.js";
import type { StarBlock, StarFile } from "./star-file.js";

/** Numbers are written right-aligned in so many characters, as RELION does: rows can be read by eye. */
const numberWidth = 12;
/** Rows that are spelled at a time. */
const rowsAtOnce = 4096;

/** What {@link encodeStar} takes: a file that was read, or one put together. */
export type StarContent = Pick<StarFile, "blocks"> & Partial<Pick<StarFile, "comments">>;

/**
 * The text of a STAR file, piece by piece. Numbers are spelled with as many digits as give the same number again.
 *
 * @throws ValueError if a name or a word can't be spelled: it has a line break, or both kinds of quotes before blanks
 */
export function* encodeStar({ comments = [], blocks }: StarContent): Generator<string> {
  for (const comment of comments) yield `# ${singleLine("comment", comment)}\n`;
  for (const block of blocks) {
    yield `\ndata_${name(block.table.name, /^\S*$/)}\n\n`;
    yield* block.form === "list" ? listLines(block) : loopLines(block.table);
  }
}

function* listLines({ table }: StarBlock): Generator<string> {
  if (table.rowCount !== 1) {
    throw new ValueError(`data_${table.name}`, {
      got: `${table.rowCount} rows`,
      wanted: "one, for a list of single values",
    });
  }
  const labels = Object.keys(table.columns);
  const widest = Math.max(0, ...labels.map((label) => label.length));
  for (const [label, column] of Object.entries(table.columns)) {
    yield `_${name(label, /^\S+$/).padEnd(widest)} ${speller(label, column)(0)}\n`;
  }
  yield "\n";
}

function* loopLines(table: Table): Generator<string> {
  const columns = Object.entries(table.columns);
  yield `loop_\n${columns.map(([label], i) => `_${name(label, /^\S+$/)} #${i + 1}\n`).join("")}`;
  const spellers = columns.map(([label, column]) => speller(label, column));
  for (let first = 0; first < table.rowCount; first += rowsAtOnce) {
    const last = Math.min(first + rowsAtOnce, table.rowCount);
    let text = "";
    for (let row = first; row < last; row++) text += `${spellers.map((spell) => spell(row)).join(" ")}\n`;
    yield text;
  }
  yield "\n";
}

/** What spells the values of a column. Words that would all be taken for numbers are put into quotes. */
function speller(label: string, column: Column): (row: number) => string {
  if (column instanceof Float64Array) return (row) => spelled(column[row]!).padStart(numberWidth);
  const ambiguous = !holdsWords(label) && column.every(isNumeric);
  return (row) => wordFor(label, column[row]!, ambiguous);
}

function spelled(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

function isNumeric(word: string): boolean {
  const bytes = new TextEncoder().encode(word);
  return !Number.isNaN(parseNumber(bytes, 0, bytes.length)) || /^[+-]?nan$/i.test(word);
}

/** A word as it is, or in quotes where it would be taken for something else. */
function wordFor(label: string, word: string, quoted: boolean): string {
  if (!quoted && /^[^\s"'#_][^\s]*$/.test(word) && !/^(data_|loop_$)/i.test(word)) return word;
  if (!quoted && /^_\S+$/.test(word) && word.length > 1) return `"${word}"`;
  if (!/[\n\r]/.test(word)) {
    if (!/"\s|"$/.test(word)) return `"${word}"`;
    if (!/'\s|'$/.test(word)) return `'${word}'`;
  }
  throw new ValueError(`column ${label}`, {
    got: word,
    wanted: "a word without line breaks or quotes of both kinds before blanks",
  });
}

function name(given: string, form: RegExp): string {
  if (form.test(given)) return given;
  throw new ValueError("name in a STAR file", { got: given, wanted: "no blanks and no line breaks" });
}

function singleLine(what: string, text: string): string {
  if (!/[\n\r]/.test(text)) return text;
  throw new ValueError(what, { got: text, wanted: "a single line" });
}
