import { expect, test } from "vitest";
import { memorySource } from "vitrine";
import { bytesOf } from "../../../lib/src/io/number-type.js";
import type { NumberType } from "../../../lib/src/io/number-type.js";
import { readNumbers } from "../../../lib/src/io/read-numbers.js";

/** What writes numbers of each type, and two numbers that it holds. */
const types: readonly (readonly [
  NumberType,
  (view: DataView, at: number, value: number, little: boolean) => void,
  number,
  number,
])[] = [
  ["int8", (view, at, value) => view.setInt8(at, value), -128, 127],
  ["uint8", (view, at, value) => view.setUint8(at, value), 0, 255],
  ["int16", (view, at, value, little) => view.setInt16(at, value, little), -32768, 258],
  ["uint16", (view, at, value, little) => view.setUint16(at, value, little), 65535, 258],
  ["int32", (view, at, value, little) => view.setInt32(at, value, little), -65536, 16909060],
  ["uint32", (view, at, value, little) => view.setUint32(at, value, little), 2 ** 31, 16909060],
  [
    "float16",
    (view, at, value, little) => view.setUint16(at, value === 1.5 ? 0x3e00 : 0xc400, little),
    1.5,
    -4,
  ],
  ["float32", (view, at, value, little) => view.setFloat32(at, value, little), 0.1, -1e30],
  ["float64", (view, at, value, little) => view.setFloat64(at, value, little), 0.1, 1e300],
];

test.each(types)("%s in both byte orders, from any place", async (type, set, a, b) => {
  for (const littleEndian of [true, false]) {
    const bytes = new Uint8Array(3 + 2 * bytesOf[type]);
    const view = new DataView(bytes.buffer, 3);
    set(view, 0, a, littleEndian);
    set(view, bytesOf[type], b, littleEndian);
    const values = await readNumbers(memorySource(bytes), { type, littleEndian, offset: 3, count: 2 });
    expect(values).toEqual(Float32Array.of(a, b));
  }
});

test("more than the file holds is refused before room is made for it", async () => {
  const stored = { type: "float32", littleEndian: true, offset: 4, count: 2 ** 40 } as const;
  await expect(readNumbers(memorySource(new Uint8Array(12)), stored)).rejects.toThrow(
    "data: got 8 bytes, wanted 4398046511104: 1099511627776 numbers of 4",
  );
  await expect(readNumbers(memorySource(new Uint8Array(12)), { ...stored, count: NaN })).rejects.toThrow(
    "data",
  );
  await expect(readNumbers(memorySource(new Uint8Array(12)), { ...stored, offset: 99 })).rejects.toThrow(
    "got 0 bytes",
  );
});

test("more than one block of them is the same", async () => {
  const values = Float32Array.from({ length: 2 ** 20 + 77 }, (_, i) => i);
  const stored = { type: "float32", littleEndian: true, offset: 0, count: values.length } as const;
  const read = await readNumbers(memorySource(values.buffer), stored);
  expect(Buffer.compare(Buffer.from(read.buffer), Buffer.from(values.buffer))).toBe(0);
});
