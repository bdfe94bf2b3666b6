import type { TextFile } from "../support/tree.js";
import { importsOf } from "./import-rules.js";

/** Entry points of kernel and widgets for the code in a notebook; those of the library are its rooms. */
const entries = new Set([
  "@vitrine/kernel/cell",
  "@vitrine/kernel/controls",
  "@vitrine/widgets",
  "@vitrine/widgets/host",
]);

/** Imports of a notebook's cells that reach past the public entry points. `isEntry` tells whether a source folder has an index. */
export function notebookViolations({ path, text }: TextFile, isEntry: (folder: string) => boolean): string[] {
  const { cells } = JSON.parse(text) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
  };
  return cells.flatMap((cell, index) => {
    if (cell.cell_type !== "code") return [];
    const source = typeof cell.source === "string" ? cell.source : cell.source.join("");
    return importsOf({ path: `${path}, cell ${index + 1}`, text: source })
      .filter(({ specifier }) => !isPublic(specifier, isEntry))
      .map(({ specifier, from }) => `${from}: ${specifier} is not a public entry point`);
  });
}

function isPublic(specifier: string, isEntry: (folder: string) => boolean): boolean {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return false;
  if (specifier.startsWith("@vitrine/")) return entries.has(specifier);
  if (specifier === "vitrine") return isEntry("lib/src");
  return !specifier.startsWith("vitrine/") || isEntry(`lib/src/${specifier.slice("vitrine/".length)}`);
}
