import { ValueError } from "../../core/index.js";
import { writeText } from "../text/index.js";
import type { MdocEntries, MdocFile } from "./mdoc-file.js";

/** What an mdoc file is written from. */
export type MdocContent = Pick<MdocFile, "entries" | "titles" | "sections">;

/**
 * The text of an mdoc file. Read again it is the same.
 *
 * @throws ValueError if a key or value has a line break
 */
export function encodeMdoc({ entries, titles, sections }: MdocContent): string {
  const parts = [
    entryLines(entries),
    ...titles.map((title) => `[T = ${singleLine(title)}]\n`),
    ...sections.map(
      ({ type, value, entries: own }) => `[${singleLine(type)} = ${singleLine(value)}]\n${entryLines(own)}`,
    ),
  ];
  return parts.map((part) => `${part}\n`).join("");
}

/**
 * Writes an mdoc file. The file appears whole or not at all.
 *
 * @throws ValueError if a key or value has a line break
 * @throws FileError if the place is not writable
 */
export async function writeMdoc(path: string, content: MdocContent): Promise<void> {
  await writeText(path, encodeMdoc(content));
}

function entryLines(entries: MdocEntries): string {
  return Object.entries(entries)
    .map(([key, value]) => `${singleLine(key)} = ${singleLine(value)}\n`)
    .join("");
}

function singleLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  throw new ValueError("mdoc file", { got: text, wanted: "keys and values of one line" });
}
