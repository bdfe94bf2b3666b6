import { refusal } from "../refusal.js";

/** Names of the areas of a CSS grid, row by row; `undefined` for a cell that stays empty. */
export type Areas = readonly (readonly (string | undefined)[])[];

/** A place in a grid: one row or column, or `[from, to]` of them, `to` not included, both counted from 0. */
export type Span = number | readonly [from: number, to: number];

/** Areas as the CSS property `grid-template-areas` has them. */
export function templateText(areas: Areas): string {
  return areas.map((row) => `"${row.map((name) => name ?? ".").join(" ")}"`).join(" ");
}

/** Gives empty cells to the nearest name in their row, to the left one of two that are as near. Empty rows stay empty. */
export function filled(row: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return row.map((name, at) => {
    const distances = row.map((other, i) => (other === undefined ? Infinity : Math.abs(i - at)));
    return name ?? row[distances.indexOf(Math.min(...distances))];
  });
}

/** A grid of `rows` x `columns` with a name over each of the places. @throws RangeError if places overlap or lie outside */
export function placed(
  rows: number,
  columns: number,
  places: readonly { readonly name: string; readonly row: Span; readonly column: Span }[],
): Areas {
  const areas = Array.from({ length: rows }, () => new Array<string | undefined>(columns).fill(undefined));
  for (const { name, row, column } of places) {
    const [top, bottom] = within(row, rows, "row");
    const [left, right] = within(column, columns, "column");
    for (const line of areas.slice(top, bottom)) {
      const other = line.slice(left, right).find((one) => one !== undefined);
      if (other !== undefined)
        throw refusal("gridspecLayout", {
          got: { row, column },
          wanted: `a place that ${other} leaves free`,
        });
      line.fill(name, left, right);
    }
  }
  return areas;
}

function within(span: Span, count: number, what: "row" | "column"): readonly [number, number] {
  const [from, to] = typeof span === "number" ? [span, span + 1] : span;
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= count)
    return [from, to];
  const wanted = `an index from 0 to ${count - 1}, or [from, to] with from < to <= ${count}`;
  throw refusal(`gridspecLayout: ${what}`, { got: span, wanted });
}
