import type { Task } from "../../core/index.js";
import { requireOneOf, ValueError } from "../../core/index.js";
import { hostIsLittleEndian, swapWords } from "./decode.js";
import { floatBitsToHalf, largestHalf } from "../half-float.js";

/** Names of the modes that are written. */
export type MrcWriteMode = "float32" | "int16" | "uint16" | "float16" | "int8";

interface Encoding {
  readonly mode: 0 | 1 | 2 | 6 | 12;
  readonly bytes: 1 | 2 | 4;
  /** Lowest and highest finite value that can be stored; undefined: all. */
  readonly range?: readonly [low: number, high: number];
  /** The values as they are stored, in an array of their own; undefined: as they are. */
  readonly encode?: (values: Float32Array) => Int8Array | Int16Array | Uint16Array;
}

const encodings: Readonly<Record<MrcWriteMode, Encoding>> = {
  int8: {
    mode: 0,
    bytes: 1,
    range: [-128, 127],
    encode: (values) => rounded(values, new Int8Array(values.length)),
  },
  int16: {
    mode: 1,
    bytes: 2,
    range: [-32768, 32767],
    encode: (values) => rounded(values, new Int16Array(values.length)),
  },
  float32: { mode: 2, bytes: 4 },
  uint16: {
    mode: 6,
    bytes: 2,
    range: [0, 65535],
    encode: (values) => rounded(values, new Uint16Array(values.length)),
  },
  float16: { mode: 12, bytes: 2, range: [-largestHalf, largestHalf], encode: halves },
};

/** How a mode is written. @throws ValueError if it is none of ours */
export function encodingOf(mode: string): Encoding {
  return encodings[requireOneOf("mode", mode, Object.keys(encodings) as MrcWriteMode[])];
}

/** Values handled between two looks at the clock. */
const blockValues = 2 ** 18;

/** Throws unless every value of the data can be stored in the mode: nothing is clipped in silence. */
export async function requireStorable(data: Float32Array, mode: MrcWriteMode, task: Task): Promise<void> {
  const { range } = encodings[mode];
  if (range === undefined) return;
  for (let start = 0; start < data.length; start += blockValues) {
    const end = Math.min(data.length, start + blockValues);
    for (let i = start; i < end; i++) if (!storable(data[i]!, mode, range)) refuse(data[i]!, i, mode, range);
    await task.breathe();
  }
}

function storable(value: number, mode: MrcWriteMode, [low, high]: readonly [number, number]): boolean {
  if (mode === "float16") return !Number.isFinite(value) || Math.abs(value) < 65520;
  const whole = roundedEven(value);
  return whole >= low && whole <= high;
}

function refuse(
  value: number,
  at: number,
  mode: MrcWriteMode,
  [low, high]: readonly [number, number],
): never {
  throw new ValueError(`mode ${mode}`, {
    got: `${value} at element ${at}`,
    wanted: `values from ${low} to ${high}`,
    hint: 'scale the data first, or write "float32"',
  });
}

/** The data's bytes, little-endian, in blocks: views of the data where they lie so. */
export function* encodedBlocks(data: Float32Array, mode: MrcWriteMode): Generator<Uint8Array> {
  const { encode, bytes } = encodings[mode];
  const asTheyLie = encode === undefined && hostIsLittleEndian;
  for (let start = 0; start < data.length; start += blockValues) {
    const values = data.subarray(start, start + blockValues);
    const block = asTheyLie ? values : (encode?.(values) ?? values.slice());
    const out = new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
    if (!hostIsLittleEndian) swapWords(out, bytes);
    yield out;
  }
}

function halves(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const out = new Uint16Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = floatBitsToHalf(bits[i]!);
  return out;
}

function rounded<T extends Int8Array | Int16Array | Uint16Array>(values: Float32Array, out: T): T {
  for (let i = 0; i < out.length; i++) out[i] = roundedEven(values[i]!);
  return out;
}

/** To the nearest whole number, ties to even, as numpy and C do. */
function roundedEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
}
