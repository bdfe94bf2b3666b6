import { ShapeError, ValueError } from "../core/index.js";

/** One column of a table: numbers in double precision, or words. */
export type Column = Float64Array | readonly string[];

/** Rows of named columns, held column by column: particles, micrographs, atoms, whatever a metadata file lists. */
export interface Table {
  readonly kind: "table";
  /** What the file calls it: `particles`, `optics`. */
  readonly name: string;
  readonly rowCount: number;
  /** By name, in the order of the file. */
  readonly columns: Readonly<Record<string, Column>>;
}

/**
 * Makes a {@link Table}. The columns are taken, not copied.
 *
 * @throws ShapeError if the columns differ in length
 * @example
 * ```ts
 * table("micrographs", { name: ["a.mrc", "b.mrc"], defocusA: Float64Array.of(9000, 12000) }).rowCount;   // 2
 * ```
 */
export function table(name: string, columns: Readonly<Record<string, Column>>): Table {
  // a column may be called as something that every object has
  const own: Record<string, Column> = Object.assign(Object.create(null) as object, columns);
  const entries = Object.entries(own);
  const rowCount = entries[0]?.[1].length ?? 0;
  for (const [label, column] of entries) {
    if (column.length === rowCount) continue;
    throw new ShapeError(`table ${name}: ${label}`, {
      got: `${column.length} rows`,
      wanted: `${rowCount}, as ${entries[0]![0]} has`,
    });
  }
  return { kind: "table", name, rowCount, columns: own };
}

/**
 * A column of numbers.
 *
 * @throws ValueError if there is no such column, or it holds words
 */
export function numbersOf(rows: Table, label: string): Float64Array {
  const column = columnOf(rows, label);
  if (column instanceof Float64Array) return column;
  throw new ValueError(`table ${rows.name}: ${label}`, {
    got: `words: ${column[0]}`,
    wanted: "numbers",
  });
}

/**
 * A column of words; numbers are spelled.
 *
 * @throws ValueError if there is no such column
 */
export function wordsOf(rows: Table, label: string): readonly string[] {
  const column = columnOf(rows, label);
  return column instanceof Float64Array ? Array.from(column, String) : column;
}

/** The rows of the given numbers, in that order; one may come twice. */
export function selectRows(rows: Table, indices: ArrayLike<number>): Table {
  const picked = Object.entries(rows.columns).map(([label, column]): [string, Column] => [
    label,
    column instanceof Float64Array
      ? Float64Array.from(indices, (index) => numberAt(rows, column, index))
      : Array.from(indices, (index) => column[index] ?? missingRow(rows, index)),
  ]);
  return { ...table(rows.name, Object.fromEntries(picked)), rowCount: indices.length };
}

function columnOf(rows: Table, label: string): Column {
  const column = rows.columns[label];
  if (column !== undefined) return column;
  throw new ValueError(`table ${rows.name}: ${label}`, {
    got: "no such column",
    wanted: `one of ${Object.keys(rows.columns).join(", ")}`,
  });
}

function numberAt(rows: Table, column: Float64Array, index: number): number {
  return column[index] ?? missingRow(rows, index);
}

function missingRow({ name, rowCount }: Table, index: number): never {
  throw new ValueError(`table ${name}: row`, { got: index, wanted: `0 to ${rowCount - 1}` });
}
