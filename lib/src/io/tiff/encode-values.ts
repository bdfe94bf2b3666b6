import type { Task } from "../../core/index.js";
import { requireOneOf, ValueError } from "../../core/index.js";

/** How values are written. */
export type TiffWriteType = "float32" | "uint8" | "int8" | "uint16" | "int16";

type StoredArray = Float32Array | Uint8Array | Int8Array | Uint16Array | Int16Array;

/** How a type is stored, and which values it takes. */
export interface TiffEncoding {
  readonly type: TiffWriteType;
  readonly bytes: 1 | 2 | 4;
  /** 1 unsigned, 2 signed whole numbers, 3 floating point. */
  readonly sampleFormat: 1 | 2 | 3;
  /** Lowest and highest value of whole numbers. */
  readonly range?: readonly [low: number, high: number];
  readonly array: (length: number) => StoredArray;
}

const encodings: Readonly<Record<TiffWriteType, TiffEncoding>> = {
  float32: { type: "float32", bytes: 4, sampleFormat: 3, array: (length) => new Float32Array(length) },
  uint8: {
    type: "uint8",
    bytes: 1,
    sampleFormat: 1,
    range: [0, 255],
    array: (length) => new Uint8Array(length),
  },
  int8: {
    type: "int8",
    bytes: 1,
    sampleFormat: 2,
    range: [-128, 127],
    array: (length) => new Int8Array(length),
  },
  uint16: {
    type: "uint16",
    bytes: 2,
    sampleFormat: 1,
    range: [0, 65535],
    array: (length) => new Uint16Array(length),
  },
  int16: {
    type: "int16",
    bytes: 2,
    sampleFormat: 2,
    range: [-32768, 32767],
    array: (length) => new Int16Array(length),
  },
};

/** How a type is stored. @throws ValueError if it is none of ours */
export function tiffEncoding(type: string): TiffEncoding {
  return encodings[requireOneOf("type", type, Object.keys(encodings) as TiffWriteType[])];
}

const blockValues = 2 ** 18;

/** Throws unless every value is a whole number of the range, or any where there is no range: nothing is rounded or clipped in silence. */
export async function requireStorable(
  data: Float32Array,
  { type, range }: TiffEncoding,
  task: Task,
): Promise<void> {
  if (range === undefined) return;
  const [low, high] = range;
  for (let start = 0; start < data.length; start += blockValues) {
    const end = Math.min(data.length, start + blockValues);
    for (let i = start; i < end; i++) {
      const value = data[i]!;
      if (value >= low && value <= high && Number.isInteger(value)) continue;
      throw new ValueError(`type ${type}`, {
        got: `${value} at element ${i}`,
        wanted: `whole numbers from ${low} to ${high}`,
        hint: 'scale and round the data first, or write "float32"',
      });
    }
    await task.breathe();
  }
}

/** Rows `[top, top + rows)` of the picture as stored numbers in this machine's order; row 0 of the data is at its bottom. */
export function storedRows(
  data: Float32Array,
  { array }: TiffEncoding,
  {
    top,
    rows,
    ny,
    nx,
  }: { readonly top: number; readonly rows: number; readonly ny: number; readonly nx: number },
): Uint8Array {
  const out = array(rows * nx);
  for (let row = 0; row < rows; row++) {
    const y = ny - 1 - top - row;
    out.set(data.subarray(y * nx, (y + 1) * nx), row * nx);
  }
  return new Uint8Array(out.buffer);
}
