import type { Tables } from "../phase.js";
import { oddRadixTable } from "./odd-radix.js";
import { twiddleTable } from "./twiddles.js";

/** Rows of the levels of a transform of `size`, whose first radices these are. Returns the place of the table. */
export function levels(
  kind: "compact" | "wide",
  size: number,
  radices: readonly number[],
  tables: Tables,
): number {
  if (radices.length === 0) return 0;
  const rows: number[] = [];
  let repeats = 1;
  for (const radix of radices) {
    const span = size / (repeats * radix);
    rows.push(
      radix,
      span,
      repeats,
      span === 1 ? 0 : twiddleTable(kind, radix, span, tables),
      oddRadixTable(radix, tables),
    );
    repeats *= radix;
  }
  return tables.keep(`fourier/levels/${kind}/${size}/${radices.join(".")}`, () => Int32Array.from(rows));
}
