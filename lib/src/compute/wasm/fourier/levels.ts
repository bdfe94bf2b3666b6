import type { Tables } from "../phase.js";
import { twiddleTable } from "./twiddles.js";

/**
 * Rows of the levels of a transform of `size`, whose first radices these are; `tableOf` a radix is what its butterfly needs, 0 for nothing.
 * Returns the place of the table.
 */
export function levels(
  kind: "compact" | "wide",
  size: number,
  radices: readonly number[],
  tables: Tables,
  tableOf: (radix: number) => number,
): number {
  if (radices.length === 0) return 0;
  const rows: number[] = [];
  let repeats = 1;
  for (const radix of radices) {
    const span = size / (repeats * radix);
    rows.push(radix, span, repeats, span === 1 ? 0 : twiddleTable(kind, radix, span, tables), tableOf(radix));
    repeats *= radix;
  }
  return tables.keep(`fourier/levels/${kind}/${size}/${radices.join(".")}`, () => Int32Array.from(rows));
}
