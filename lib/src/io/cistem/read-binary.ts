import { FormatError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Column, Table } from "../../model/index.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";
import { binaryColumns } from "./labels.js";

/** Types of values, by cisTEM's number for them: bytes of one, and how it is read. (cisTEM, `constants.h`.) */
const types: Readonly<Record<number, { readonly bytes: number; read(view: DataView, at: number): number }>> =
  {
    2: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
    3: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
    5: { bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
    6: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
    9: { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  };
/** The type of texts: their length in four bytes, then that many. */
const textType = 8;
/** Most columns: one for each bit. */
const mostColumns = 64;
/** Bytes that describe a column: a bit, and a type. */
const descriptionBytes = 9;
/** Bytes before the descriptions: how many columns and rows there are. */
const preambleBytes = 8;
/** Rows that are read between breaths. */
const rowsAtOnce = 4096;

interface BinaryColumn {
  readonly label: string;
  readonly type: number;
}

/** Whether a file begins as cisTEM's binary tables do, which have no magic word: with columns of one bit and a known type each. */
export function isCistemBinary(head: Uint8Array): boolean {
  if (head.length < preambleBytes + descriptionBytes) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const columns = view.getInt32(0, true);
  const bit = view.getBigUint64(preambleBytes, true);
  const type = head[preambleBytes + 8]!;
  const oneBit = bit !== 0n && (bit & (bit - 1n)) === 0n;
  return columns > 0 && columns <= mostColumns && oneBit && (type in types || type === textType);
}

/**
 * Reads a table in cisTEM's binary form, `.cistem`, under the names that its STAR files have.
 *
 * @throws FormatError if it is damaged, or ends before its last row
 */
export async function readCistemBinary(source: Source, options: TaskOptions = {}): Promise<Table> {
  const task = startTask(options);
  const bytes = await readExactly(source, 0, source.size, "table");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fail = (field: string, offset: number, got: string, wanted: string): never => {
    throw new FormatError({ file: source.name, field, offset, got, wanted });
  };
  if (!isCistemBinary(bytes)) fail("header", 0, "other bytes", "columns of one bit and a known type each");
  const rowCount = view.getInt32(4, true);
  const columnCount = view.getInt32(0, true);
  let at = preambleBytes + descriptionBytes * columnCount;
  if (at > bytes.length)
    fail("columns", preambleBytes, `${bytes.length} bytes`, `${at} for ${columnCount} columns`);
  const columns = Array.from({ length: columnCount }, (_, i) =>
    columnAt(view, preambleBytes + descriptionBytes * i),
  );
  for (const { label, type } of columns)
    if (!(type in types) && type !== textType)
      fail(label, preambleBytes, `type ${type}`, "2, 3, 5, 6, 8 or 9");
  const least = columns.reduce((sum, { type }) => sum + (types[type]?.bytes ?? 4), 0);
  if (rowCount < 0 || rowCount * least > bytes.length - at)
    fail("rows", 4, `${bytes.length - at} bytes`, `at least ${rowCount * least}, for ${rowCount} rows`);
  const values = columns.map(({ type }) =>
    type in types ? new Float64Array(rowCount) : new Array<string>(rowCount),
  );
  const utf8 = new TextDecoder();

  const textAt = (label: string): string => {
    const begin = at + 4;
    const length = begin <= bytes.length ? view.getInt32(at, true) : -1;
    if (length < 0 || begin + length > bytes.length) fail(label, at, "the end", "a text");
    at = begin + length;
    return utf8.decode(bytes.subarray(begin, at));
  };
  for (let row = 0; row < rowCount; row++) {
    for (const [i, { label, type }] of columns.entries()) {
      const number = types[type];
      if (number === undefined) {
        values[i]![row] = textAt(label);
        continue;
      }
      if (at + number.bytes > bytes.length) fail(label, at, "the end", `row ${row + 1} of ${rowCount}`);
      values[i]![row] = number.read(view, at);
      at += number.bytes;
    }
    if (row % rowsAtOnce === 0) {
      task.report({ stage: "read", done: row, total: rowCount });
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
  }
  return {
    ...table("", Object.fromEntries(columns.map(({ label }, i) => [label, values[i] as Column]))),
    rowCount,
  };
}

function columnAt(view: DataView, at: number): BinaryColumn {
  const bit = view.getBigUint64(at, true);
  const place = bit.toString(2).length - 1;
  const name = bit === 2n ** BigInt(place) ? binaryColumns[place] : undefined;
  return { label: `cisTEM${name ?? `Column${bit}`}`, type: view.getUint8(at + 8) };
}
