import { FormatError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Table } from "../../model/index.js";
import type { Source } from "../source.js";
import { ColumnBuilder, decode } from "../star/column-builder.js";
import { forEachLine } from "../star/lines.js";
import { nextStart, tokensOf } from "../star/tokens.js";
import type { Token } from "../star/tokens.js";
import { frealignNames, unnamedColumns } from "./labels.js";

const letterC = 67;

/** Whether a text begins as a parameter file does: with comments of Frealign, or a row of as many numbers as it has. */
export function isPar(head: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(head);
  const [first = ""] = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  if (/^C\b.*\bPSI\b/m.test(text)) return true;
  const words = first.trim().split(/\s+/);
  return words.length in unnamedColumns && words.every((word) => Number.isFinite(Number(word)));
}

/**
 * Reads a parameter file of Frealign or cisTEM, of any version, as columns under the names that cisTEM's STAR files have; what only
 * Frealign has, `MAG` and `FILM`, keeps its name. The last comment that names the columns counts, else how many there are.
 *
 * @throws FormatError if a row has more or fewer values than others, or one that is no number
 */
export async function readPar(source: Source, options: TaskOptions = {}): Promise<Table> {
  const file = source.name;
  let names: readonly string[] | undefined;
  let columns: ColumnBuilder[] | undefined;
  let row = 0;
  const fail = (field: string, offset: number, got: string, wanted: string): never => {
    throw new FormatError({ file, field, offset, got, wanted });
  };
  const start = (count: number, offset: number): ColumnBuilder[] => {
    names ??= unnamedColumns[count];
    const known =
      names ?? fail("row 1", offset, `${count} values`, "12, 13, 16 or 17, or a comment that names them");
    return known.map(() => new ColumnBuilder(true));
  };
  const takeRow = (bytes: Uint8Array, tokens: readonly Token[], end: number, offset: number): void => {
    columns ??= start(tokens.length, offset);
    row += 1;
    if (tokens.length !== columns.length)
      fail(`row ${row}`, offset, `${tokens.length} values`, `${columns.length}, as others have`);
    const expected = (row * source.size) / Math.max(1, offset + end);
    for (const [i, token] of tokens.entries()) {
      if (!columns[i]!.take(bytes, token.start, token.end, expected))
        fail(`row ${row}, ${names![i]!}`, offset, decode(bytes, token.start, token.end), "a number");
    }
  };
  await forEachLine(source, startTask(options), (bytes, begin, end, offset) => {
    const at = nextStart(bytes, begin, end);
    if (at === end) return undefined;
    if (bytes[at] !== letterC) takeRow(bytes, tokensOf(bytes, at, end), end - begin, offset);
    else if (columns === undefined) names = namesIn(decode(bytes, at, end)) ?? names;
    return undefined;
  });
  const labels = names ?? unnamedColumns[17]!;
  const finished = (columns ?? labels.map(() => new ColumnBuilder(true))).map((column) => column.finish());
  return table(
    "particles",
    Object.fromEntries(labels.map((name, i) => [frealignNames[name] ?? name, finished[i]!])),
  );
}

/** The names of columns in a comment, if it names them. */
function namesIn(comment: string): readonly string[] | undefined {
  const words = comment.trim().toUpperCase().split(/\s+/);
  if (!words.includes("PSI") || !words.includes("DF1")) return undefined;
  return words[1] === "NO" ? words.slice(1) : words;
}
