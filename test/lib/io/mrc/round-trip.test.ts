import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  image,
  readImage,
  readMrc,
  readMrcHeader,
  readVolume,
  volume,
  writeImage,
  writeVolume,
} from "vitrine";
import type { MrcWriteMode } from "vitrine";
import { floatBitsToHalf, halfToNumber } from "../../../../lib/src/io/half-float.js";
import { temporaryFolder } from "../../../support/temporary.js";

const folder = temporaryFolder();
/** Values that every mode can hold. */
const small = (count: number) => Float32Array.from({ length: count }, (_, i) => (i * 7) % 101);
/** Values of which each mode holds the extremes exactly. */
const extremes: Readonly<Record<MrcWriteMode, readonly number[]>> = {
  float32: [-3.4028234663852886e38, 1.401298464324817e-45, -0, 1 / 3],
  int8: [-128, 127, 0, -1],
  int16: [-32768, 32767, 0, -1],
  uint16: [0, 65535, 1, 32768],
  float16: [-65504, 65504, 2 ** -24, 0.333251953125],
};
const modes = Object.keys(extremes) as MrcWriteMode[];
const sizes = [
  [1, 1, 1],
  [2, 3, 5],
  [7, 1, 13],
  [4, 16, 8],
] as const;

describe.each(modes)("%s", (mode) => {
  test.each(sizes)("a volume of %i x %i x %i comes back as it was", async (nz, ny, nx) => {
    const data = small(nz * ny * nx);
    const map = volume(data, { shape: [nz, ny, nx], voxelSizeA: 1.06, originA: [1.5, -20.25, 300] });
    const path = join(folder, `${mode}-${nz}.mrc`);
    await writeVolume(path, map, { mode });
    const { source, ...back } = await readVolume(path);
    expect({ ...back, kind: "volume" }).toEqual(map);
    expect(source).toEqual({ name: path, format: "mrc", warnings: [] });
  });
  test("the ends of its range", async () => {
    const data = Float32Array.from(extremes[mode]);
    const path = join(folder, "ends.mrc");
    await writeImage(path, image(data, { shape: [2, 2], pixelSizeA: 0.83 }), { mode });
    const back = await readImage(path);
    expect(back.data).toEqual(data);
    expect(back.pixelSizeA).toBe(0.83);
  });
});

test("statistics in the header are those of the data, or say that they are not known", async () => {
  const path = join(folder, "statistics.mrc");
  await writeImage(path, image(Float32Array.of(1, 2, 3, 6), { shape: [2, 2], pixelSizeA: 1 }));
  expect((await readMrcHeader(path)).statistics).toEqual({
    min: 1,
    max: 6,
    mean: 3,
    rms: Math.fround(Math.sqrt(3.5)),
  });
  await writeImage(path, image(Float32Array.of(Number.NaN), { shape: [1, 1], pixelSizeA: 1 }));
  const { min, max, mean, rms } = (await readMrcHeader(path)).statistics;
  expect(max < min && mean < max && rms < 0).toBe(true);
});

test("an extended header is kept on the way through", async () => {
  const path = join(folder, "extended.mrc");
  const map = volume(small(8), { shape: [2, 2, 2], voxelSizeA: 1 });
  await writeVolume(path, map, { extendedHeader: { type: "CCP4", bytes: new Uint8Array(80).fill(65) } });
  const { header, extendedHeader } = await readMrc(path);
  expect(header.extendedType).toBe("CCP4");
  expect(extendedHeader).toEqual(new Uint8Array(80).fill(65));
  expect((await readVolume(path)).data).toEqual(map.data);
});

test("write, read, write gives the same bytes", async () => {
  const [first, second] = [join(folder, "first.mrc"), join(folder, "second.mrc")];
  await writeVolume(first, volume(small(105), { shape: [3, 5, 7], voxelSizeA: 1.23 }), { mode: "float16" });
  await writeVolume(second, await readVolume(first), { mode: "float16" });
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
});

test("rounding is to the nearest, ties to even", async () => {
  const path = join(folder, "ties.mrc");
  const data = Float32Array.of(0.5, 1.5, 2.5, -0.5, -1.5, 2.4, -2.6);
  await writeImage(path, image(data, { shape: [1, 7], pixelSizeA: 1 }), { mode: "int8" });
  expect([...(await readImage(path)).data]).toEqual([0, 2, 2, 0, -2, 2, -3]);
});

const numberToHalf = (value: number): number =>
  floatBitsToHalf(new Uint32Array(Float32Array.of(value).buffer)[0]!);

test("every half float survives the way to a number and back", () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = halfToNumber(bits);
    if (Number.isNaN(value)) expect(numberToHalf(value) & 0x7c00).toBe(0x7c00);
    else if (numberToHalf(value) !== bits) expect.fail(`${bits.toString(16)} -> ${value}`);
  }
});

test.each([
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [2 ** -25, 0],
  [3 * 2 ** -25, 2],
  [2 ** -14 - 2 ** -25, 0x0400],
  [2 - 2 ** -11, 0x4000],
  [65519.996, 0x7bff],
  [65520, 0x7c00],
  [-1e30, 0xfc00],
])("half-way between two half floats the even one is taken: %d", (value, bits) => {
  expect(numberToHalf(value)).toBe(bits);
});

test("a number becomes the nearest half float", () => {
  fc.assert(
    fc.property(fc.float({ min: -65519, max: 65519, noNaN: true }), (value) => {
      const bits = numberToHalf(value);
      const error = Math.abs(halfToNumber(bits) - value);
      const magnitude = bits & 0x7fff;
      if (magnitude > 0)
        expect(error).toBeLessThanOrEqual(Math.abs(halfToNumber(magnitude - 1) - Math.abs(value)));
      if (magnitude < 0x7bff)
        expect(error).toBeLessThanOrEqual(Math.abs(halfToNumber(magnitude + 1) - Math.abs(value)));
    }),
  );
});
