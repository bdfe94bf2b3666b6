import { FormatError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { table } from "../../model/index.js";
import type { Column, Table } from "../../model/index.js";
import { dtypeReader } from "../npy/number-reader.js";
import { readExactly } from "../source.js";
import type { Source } from "../source.js";
import { placesOf, readCsdatHeader } from "./csdat-header.js";
import type { StreamField } from "./csdat-header.js";
import { expandLz4Block } from "./lz4-block.js";

/**
 * Reads a data set in cryoSPARC's compressed form: columns one after the other, then the texts that some of them point to. It gives
 * the same table as the same data set in numpy's form.
 *
 * @throws FormatError if it is damaged
 */
export async function readCsdat(source: Source, name: string, options: TaskOptions = {}): Promise<Table> {
  const task = startTask(options);
  const { rowCount, fields, dataOffset } = await readCsdatHeader(source);
  let offset = dataOffset;
  const stored: Uint8Array[] = [];
  // of a data set without rows not even empty columns are stored
  for (const field of rowCount === 0 ? [] : fields) {
    const length = await readExactly(source, offset, 4, field.field.name);
    const size = new DataView(length.buffer, length.byteOffset).getUint32(0, true);
    const bytes = await readExactly(source, offset + 4, size, field.field.name);
    stored.push(expanded(bytes, field, rowCount, { file: source.name, offset }));
    offset += 4 + size;
    task.report({ stage: "read", done: offset, total: source.size });
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
  const texts = textsAt(source.name, await source.read(offset, source.size - offset));
  const columns = fields.flatMap((field, i) =>
    columnsOf(field, rowCount, stored[i] ?? new Uint8Array(0), texts),
  );
  return { ...table(name, Object.fromEntries(columns)), rowCount };
}

function expanded(
  bytes: Uint8Array,
  { field, compressed }: StreamField,
  rowCount: number,
  { file, offset }: { readonly file: string; readonly offset: number },
): Uint8Array {
  const length = rowCount * placesOf(field.shape) * field.dtype.bytes;
  const place = { file, field: field.name, offset };
  if (compressed) return expandLz4Block(bytes, length, place);
  if (bytes.length === length) return bytes;
  throw new FormatError({
    ...place,
    got: `${bytes.length} bytes`,
    wanted: `${length}, for ${rowCount} rows`,
  });
}

function columnsOf(
  { field, text }: StreamField,
  rowCount: number,
  bytes: Uint8Array,
  texts: (at: bigint) => string,
): [string, Column][] {
  const { name, dtype, shape } = field;
  const places = placesOf(shape);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = dtypeReader(dtype);
  return Array.from({ length: places }, (_, place): [string, Column] => {
    const label = shape.length === 0 ? name : `${name}[${place}]`;
    const at = (row: number): number => (row * places + place) * dtype.bytes;
    if (number !== undefined)
      return [label, Float64Array.from({ length: rowCount }, (_, row) => number(view, at(row)))];
    const long = (row: number): bigint =>
      dtype.kind === "int"
        ? view.getBigInt64(at(row), dtype.littleEndian)
        : view.getBigUint64(at(row), dtype.littleEndian);
    const word = text ? (row: number) => texts(long(row)) : (row: number) => String(long(row));
    return [label, Array.from({ length: rowCount }, (_, row) => word(row))];
  });
}

/** What reads the texts that end with a zero, each once. */
function textsAt(file: string, heap: Uint8Array): (at: bigint) => string {
  const known = new Map<bigint, string>();
  const utf8 = new TextDecoder();
  return (at) => {
    const again = known.get(at);
    if (again !== undefined) return again;
    const end = at < heap.length ? heap.indexOf(0, Number(at)) : -1;
    if (end < 0) {
      throw new FormatError({
        file,
        field: "texts",
        got: `a place ${at} in ${heap.length} bytes of texts`,
        wanted: "a text that ends with a zero",
      });
    }
    const text = utf8.decode(heap.subarray(Number(at), end));
    known.set(at, text);
    return text;
  };
}
