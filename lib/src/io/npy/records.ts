import { FormatError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Column, Table } from "../../model/index.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";
import { parseFields } from "./dtype.js";
import type { Dtype, Field } from "./dtype.js";
import { readNpyHeader } from "./header.js";
import { dtypeReader } from "./number-reader.js";

/** Bytes read at a time. */
const blockBytes = 2 ** 22;

/** A record has no use for more: cryoSPARC's largest have some hundred. */
const mostColumns = 4096;

/** Takes the values of a column out of records, one record after the other. */
interface ColumnReader {
  readonly name: string;
  read(view: DataView, at: number, row: number): void;
  finish(): Column;
}

/**
 * Reads an array of records, as numpy writes structured arrays, into a table: each number of a field of several becomes a column
 * of its own, `pose[0]`, `pose[1]`. Numbers are in double precision; whole numbers of 64 bits, which would lose their last digits
 * in it, and text are words.
 *
 * @throws FormatError if the file is damaged, holds no records, or is shorter than its header says
 */
export async function readRecords(source: Source, name: string, options: TaskOptions = {}): Promise<Table> {
  const task = startTask(options);
  const { description, shape, dataOffset } = await readNpyHeader(source);
  const layout = parseFields(description);
  if (layout === undefined || layout.recordBytes === 0 || shape.length !== 1) {
    throw new FormatError({
      file: source.name,
      field: "descr",
      got: JSON.stringify(description),
      wanted: "one list of records with named fields",
    });
  }
  const { fields, recordBytes } = layout;
  const count = shape[0]!;
  const there = source.size - dataOffset;
  if (there !== count * recordBytes) {
    throw new FormatError({
      file: source.name,
      field: "records",
      offset: dataOffset,
      got: `${there} bytes`,
      wanted: `${count * recordBytes}, for ${count} records of ${recordBytes}`,
    });
  }
  const columnCount = fields.reduce((sum, { shape: sizes }) => sum + product(sizes), 0);
  if (columnCount > mostColumns) {
    throw new FormatError({
      file: source.name,
      field: "descr",
      got: `${columnCount} numbers in a record`,
      wanted: `at most ${mostColumns}`,
    });
  }
  const columns = fields.flatMap((field) => columnReaders(field, count));
  const atOnce = Math.max(1, Math.floor(blockBytes / recordBytes));
  for (let first = 0; first < count; first += atOnce) {
    const rows = Math.min(atOnce, count - first);
    const bytes = await readExactly(source, dataOffset + first * recordBytes, rows * recordBytes, "records");
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let row = 0; row < rows; row++) {
      for (const column of columns) column.read(view, row * recordBytes, first + row);
    }
    task.report({ stage: "read", done: first + rows, total: count });
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
  return table(name, Object.fromEntries(columns.map((column) => [column.name, column.finish()])));
}

function columnReaders({ name, dtype, shape, offset }: Field, count: number): ColumnReader[] {
  const places = product(shape);
  return Array.from({ length: places }, (_, place) => {
    const label = shape.length === 0 ? name : `${name}[${place}]`;
    return columnReader(label, dtype, offset + place * dtype.bytes, count);
  });
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

function columnReader(name: string, dtype: Dtype, offset: number, count: number): ColumnReader {
  const number = dtypeReader(dtype);
  if (number !== undefined) {
    const values = new Float64Array(count);
    return {
      name,
      read: (view, at, row) => void (values[row] = number(view, at + offset)),
      finish: () => values,
    };
  }
  const words = new Array<string>(count);
  const text = textReader(dtype);
  return { name, read: (view, at, row) => void (words[row] = text(view, at + offset)), finish: () => words };
}

const utf8 = new TextDecoder();

/** How values that are words are read: text up to its padding of zeros, long whole numbers in digits, others byte by byte. */
function textReader({ kind, bytes, littleEndian }: Dtype): (view: DataView, at: number) => string {
  switch (kind) {
    case "int":
      return (view, at) => String(view.getBigInt64(at, littleEndian));
    case "uint":
      return (view, at) => String(view.getBigUint64(at, littleEndian));
    case "text":
      return (view, at) => {
        const points = Array.from({ length: bytes / 4 }, (_, i) => view.getUint32(at + 4 * i, littleEndian));
        return String.fromCodePoint(...points.filter((point) => point > 0 && point < 0x110000));
      };
    default:
      return (view, at) => {
        let end = at + bytes;
        while (end > at && view.getUint8(end - 1) === 0) end--;
        return utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at, end - at));
      };
  }
}
