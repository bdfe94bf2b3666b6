import { ValueError } from "../../core/index.js";
import type { Column } from "../../model/index.js";

/** A field of records: whole numbers of 32 or 64 bits (these as words), single precision, or text. */
export interface RecordField {
  readonly name: string;
  readonly type: "u4" | "u8" | "f4" | "S";
  /** One, or several that are one field in the file. */
  readonly columns: readonly Column[];
}

/** Bytes before the records are a multiple of this, as numpy wants it. */
const alignment = 64;
/** Longest header of the first version of the format. */
const longestFirst = 0xffff;

interface Writer {
  readonly bytes: number;
  /** As numpy describes it. */
  readonly dtype: string;
  write(view: DataView, at: number, row: number): void;
}

/** Records as numpy stores structured arrays, in a form that `numpy.load` and cryoSPARC read. @throws ValueError for a number that its field can't hold */
export function encodeRecords(fields: readonly RecordField[], rowCount: number): Uint8Array {
  const writers = fields.map((field) => {
    const width = widthOf(field);
    return field.columns.map((column) => writerOf(field, column, width));
  });
  const description = fields
    .map(({ name, columns }, i) => {
      const { dtype } = writers[i]![0]!;
      return `('${name.replace(/['\\]/g, "\\$&")}', '${dtype}'${columns.length > 1 ? `, (${columns.length},)` : ""})`;
    })
    .join(", ");
  const header = encodeHeader(
    `{'descr': [${description}], 'fortran_order': False, 'shape': (${rowCount},), }`,
  );
  const inOrder = writers.flat();
  const recordBytes = inOrder.reduce((sum, { bytes }) => sum + bytes, 0);
  const out = new Uint8Array(header.length + rowCount * recordBytes);
  out.set(header);
  const view = new DataView(out.buffer);
  let at = header.length;
  for (let row = 0; row < rowCount; row++) {
    for (const writer of inOrder) {
      writer.write(view, at, row);
      at += writer.bytes;
    }
  }
  return out;
}

function encodeHeader(text: string): Uint8Array {
  const ascii = new TextEncoder().encode(text);
  const first = 10 + ascii.length + 1 <= longestFirst - alignment;
  const begin = first ? 10 : 12;
  const length = Math.ceil((begin + ascii.length + 1) / alignment) * alignment;
  const bytes = new Uint8Array(length).fill(32);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), first ? 1 : 2, 0]);
  const view = new DataView(bytes.buffer);
  if (first) view.setUint16(8, length - begin, true);
  else view.setUint32(8, length - begin, true);
  bytes.set(ascii, begin);
  bytes[length - 1] = 10;
  return bytes;
}

function writerOf({ name, type }: RecordField, column: Column, width: number): Writer {
  const numbers = column instanceof Float64Array ? column : undefined;
  switch (type) {
    case "f4":
      return {
        bytes: 4,
        dtype: "<f4",
        write: (view, at, row) => view.setFloat32(at, Number(column[row]), true),
      };
    case "u4":
      return {
        bytes: 4,
        dtype: "<u4",
        write: (view, at, row) => view.setUint32(at, whole(name, Number(column[row])), true),
      };
    case "u8":
      return {
        bytes: 8,
        dtype: "<u8",
        write: (view, at, row) => view.setBigUint64(at, long(name, String(column[row])), true),
      };
    case "S": {
      const words = numbers ? Array.from(numbers, String) : (column as readonly string[]);
      const encoded = encodedWords(words);
      return {
        bytes: width,
        dtype: `|S${width}`,
        write: (view, at, row) => new Uint8Array(view.buffer, at, width).set(encoded.get(words[row]!)!),
      };
    }
  }
}

/** Different words in UTF-8: there are few, and many rows. */
function encodedWords(words: readonly string[]): Map<string, Uint8Array> {
  const utf8 = new TextEncoder();
  return new Map([...new Set(words)].map((word) => [word, utf8.encode(word)] as const));
}

/** Bytes of the longest text of a field. */
function widthOf({ type, columns }: RecordField): number {
  const words =
    type === "S" ? columns.flatMap((column) => Array.from(column as ArrayLike<number | string>, String)) : [];
  return Array.from(encodedWords(words).values()).reduce((widest, { length }) => Math.max(widest, length), 1);
}

function whole(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new ValueError(name, { got: value, wanted: "a whole number from 0 to 4294967295" });
}

function long(name: string, digits: string): bigint {
  if (/^\d{1,20}$/.test(digits) && BigInt(digits) < 2n ** 64n) return BigInt(digits);
  throw new ValueError(name, { got: digits, wanted: "a whole number of 64 bits" });
}
