import { rowsNamed } from "./row-ids.mjs";

/** Rows that a notebook names: in metadata as `vitrine.rows`, or in its text with the word row. */
export function rowsNamedInNotebook({ text }) {
  const { cells = [], metadata = {} } = JSON.parse(text);
  const written = cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .flatMap(({ source }) => rowsNamed([source].flat().join("")));
  const tagged = [metadata, ...cells.map((cell) => cell.metadata ?? {})].flatMap(
    ({ vitrine }) => vitrine?.rows ?? [],
  );
  return new Set([...written, ...tagged]);
}
