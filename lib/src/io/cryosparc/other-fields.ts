import type { Column, Table } from "../../model/index.js";
import type { RecordField } from "./encode-records.js";

/** Fields that cryoSPARC holds as whole numbers, by how their names end. */
const wholeNumbers = /(idx|_id|class|split|shape|num_particles|frame_start|frame_end)$/;

/**
 * What a file of cryoSPARC told beyond the library's terms, as fields again: `name[0]`, `name[1]` are one field. Names of other
 * programs, without a slash, stay behind.
 */
export function fieldsOfOther(other: Table | undefined, taken: ReadonlySet<string>): RecordField[] {
  const grouped = new Map<string, Column[]>();
  for (const [label, column] of Object.entries(other?.columns ?? {})) {
    const name = label.replace(/\[\d+\]$/, "");
    if (!name.includes("/") || taken.has(name)) continue;
    grouped.set(name, [...(grouped.get(name) ?? []), column]);
  }
  return Array.from(grouped, ([name, columns]) => ({ name, type: typeOf(name, columns), columns }));
}

function typeOf(name: string, columns: readonly Column[]): RecordField["type"] {
  const words = columns.some((column) => !(column instanceof Float64Array));
  if (words) return name.endsWith("uid") ? "u8" : "S";
  return wholeNumbers.test(name) ? "u4" : "f4";
}
