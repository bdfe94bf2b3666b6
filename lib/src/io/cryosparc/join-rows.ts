import { FormatError } from "../../core/index.js";
import { selectRows, table, wordsOf } from "../../model/index.js";
import type { Column, Table } from "../../model/index.js";

/**
 * Rows with the columns that another table has of the same `uid`; where both have a column, it is the first table's.
 *
 * @throws FormatError if a table has no `uid`, or one of the rows is not in the other
 */
export function joinRows(rows: Table, other: Table, file: string): Table {
  for (const { columns } of [rows, other]) {
    if (columns["uid"] === undefined)
      throw new FormatError({
        file,
        field: "uid",
        got: "no such field",
        wanted: "one by which rows are joined",
      });
  }
  const places = new Map(wordsOf(other, "uid").map((uid, row) => [uid, row] as const));
  const indices = wordsOf(rows, "uid").map((uid) => {
    const place = places.get(uid);
    if (place !== undefined) return place;
    throw new FormatError({
      file,
      field: "uid",
      got: `no row ${uid}`,
      wanted: "each particle of the file that it belongs to",
      hint: "is it the passthrough file of another job?",
    });
  });
  const fresh = Object.entries(other.columns).filter(([label]) => rows.columns[label] === undefined);
  const joined = selectRows(
    table(other.name, Object.fromEntries<Column>([["uid", other.columns["uid"]!], ...fresh])),
    indices,
  );
  return { ...table(rows.name, { ...joined.columns, ...rows.columns }), rowCount: rows.rowCount };
}
