import { halfToNumber } from "../half-float.js";
import type { NumberType } from "../number-type.js";
import type { PackedSample, TiffSample } from "./sample.js";

/** A row of values in stored bytes, and where it goes. */
export interface RowCopy {
  /** Number of the row in the bytes; all rows have `columns` values. */
  readonly row: number;
  readonly columns: number;
  /** How many of them are wanted. */
  readonly count: number;
  readonly out: Float32Array;
  readonly at: number;
}

/** Copies rows out of stored bytes as single precision. */
export type CopyRow = (copy: RowCopy) => void;

type WholeNumbers =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** What copies rows of values out of `bytes`, which are in this machine's order and begin their buffer. */
export function rowCopier(bytes: Uint8Array, sample: TiffSample): CopyRow {
  if (typeof sample !== "string") return (copy) => copyPacked(bytes, sample, copy);
  if (sample === "float16") {
    const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    return (copy) => copyHalves(halves, copy);
  }
  const values = viewOf(bytes, sample);
  return ({ row, columns, count, out, at }) =>
    out.set(values.subarray(row * columns, row * columns + count), at);
}

function viewOf(bytes: Uint8Array, type: Exclude<NumberType, "float16">): WholeNumbers {
  const { buffer, byteOffset, length } = bytes;
  switch (type) {
    case "int8":
      return new Int8Array(buffer, byteOffset, length);
    case "uint8":
      return bytes;
    case "int16":
      return new Int16Array(buffer, byteOffset, length / 2);
    case "uint16":
      return new Uint16Array(buffer, byteOffset, length / 2);
    case "int32":
      return new Int32Array(buffer, byteOffset, length / 4);
    case "uint32":
      return new Uint32Array(buffer, byteOffset, length / 4);
    case "float32":
      return new Float32Array(buffer, byteOffset, length / 4);
    case "float64":
      return new Float64Array(buffer, byteOffset, length / 8);
  }
}

let numberOfHalf: Float32Array | undefined;

function copyHalves(halves: Uint16Array, { row, columns, count, out, at }: RowCopy): void {
  numberOfHalf ??= Float32Array.from({ length: 65536 }, (_, bits) => halfToNumber(bits));
  for (let i = 0; i < count; i++) out[at + i] = numberOfHalf[halves[row * columns + i]!]!;
}

function copyPacked(
  bytes: Uint8Array,
  { bits, first }: PackedSample,
  { row, columns, count, out, at }: RowCopy,
): void {
  const start = 8 * row * Math.ceil((columns * bits) / 8);
  const mask = (1 << bits) - 1;
  for (let i = 0; i < count; i++) {
    const bit = start + i * bits;
    const from = bit >>> 3;
    if (first === "low bits") {
      out[at + i] = (bytes[from]! >> (bit & 7)) & mask;
    } else {
      const three = (bytes[from]! << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
      out[at + i] = (three >> (24 - (bit & 7) - bits)) & mask;
    }
  }
}
