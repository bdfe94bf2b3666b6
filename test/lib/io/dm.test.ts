import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { memorySource } from "vitrine";
import { dmToModel, isDm, readDm, readDmHeader, readDmTags, tagAt } from "../../../lib/src/io/dm/index.js";
import { ByteCursor } from "../../../lib/src/io/dm/byte-cursor.js";
import { valueLayout } from "../../../lib/src/io/dm/value-layout.js";
import { dmBytes, imageTags } from "../../support/dm-bytes.js";
import type { MadeTag } from "../../support/dm-bytes.js";

const kinds = [
  { version: 3, littleEndian: true },
  { version: 3, littleEndian: false },
  { version: 4, littleEndian: true },
  { version: 4, littleEndian: false },
] as const;

interface GoldenImage {
  readonly shape: readonly number[];
  readonly pixelNm: readonly number[];
  readonly voltageKV: number;
  readonly values: readonly number[];
}

const goldenFolder = join(import.meta.dirname, "../../golden/dm");
const golden = JSON.parse(readFileSync(join(goldenFolder, "expected.json"), "utf8")) as Readonly<
  Record<string, GoldenImage>
>;

const oneImage = (image: MadeTag, kind = kinds[0] as (typeof kinds)[number]): Uint8Array =>
  dmBytes({ ImageList: [image] }, kind);
const ramp = (length: number): number[] => Array.from({ length }, (_, i) => i - 2);

describe.each(kinds)("version $version, little-endian: $littleEndian", (kind) => {
  test("is told by its first bytes", () => {
    const bytes = oneImage(imageTags(6, 2, [1, 1], [1]), kind);
    expect(isDm(bytes)).toBe(true);
    expect(isDm(bytes.subarray(0, 20))).toBe(false);
    expect(isDm(Uint8Array.from(bytes).fill(9, 3, 4))).toBe(false);
  });

  test.each([
    ["int16", 2, 1, [-32768, 32767, 0]],
    ["float32", 6, 2, [1.5, -0.25, 1e30]],
    ["uint8", 10, 6, [0, 255, 7]],
    ["int32", 3, 7, [-70000, 70000, 1]],
    ["int8", 9, 9, [-128, 127, 5]],
    ["uint16", 4, 10, [0, 65535, 300]],
    ["uint32", 5, 11, [0, 4294967040, 3]],
    ["float64", 7, 12, [0.5, -2, 1024]],
    ["uint8", 8, 14, [0, 1, 1]],
  ] as const)("holds %s", async (type, code, dataType, values) => {
    const { header, shape, data } = await readDm(oneImage(imageTags(code, dataType, [3, 1], values), kind));
    expect(header).toMatchObject({ ...kind, type, shape: [1, 3], pixelSizesA: [2.5, 2.5] });
    expect(shape).toEqual([1, 3]);
    expect(data).toEqual(Float32Array.from(values));
  });

  test("of a movie only the frames that are asked for are read", async () => {
    const values = ramp(4 * 15);
    const movie = oneImage(imageTags(2, 1, [5, 3, 4], values), kind);
    const asked: [number, number][] = [];
    const source = memorySource(movie);
    const watched = {
      ...source,
      read: (at: number, length: number) => (asked.push([at, length]), source.read(at, length)),
    };
    const part = await readDm(watched, { first: 1, count: 2 });
    expect(part.shape).toEqual([2, 3, 5]);
    expect(part.data).toEqual(Float32Array.from(values.slice(15, 45)));
    expect(asked.at(-1)).toEqual([part.header.dataOffset + 2 * 15, 2 * 2 * 15]);
    await expect(readDm(movie, { first: 4 })).rejects.toThrow("first: got 4");
    await expect(readDm(movie, { first: 3, count: 2 })).rejects.toThrow("count: got 2");
  });

  test("tags of every kind are found by their path", async () => {
    const bytes = dmBytes(
      {
        Größe: { code: 7, values: [0.1] },
        bounds: { code: 3, values: [0, 0, -7, 9] },
        id: { code: 12, values: [2n ** 40n] },
        negative: { code: 11, values: [-5n] },
        nothing: "",
        table: { code: -6, values: [1, 2, 3] },
        list: ["ä Å µ", { deep: { code: 8, values: [1] } }],
      },
      kind,
    );
    const { root } = await readDmTags(memorySource(bytes));
    expect(root.tags[0]!.value).toBe(0.1);
    expect(tagAt(root, "bounds")).toEqual([0, 0, -7, 9]);
    expect(tagAt(root, "id")).toBe(2 ** 40);
    expect(tagAt(root, "negative")).toBe(-5);
    expect(tagAt(root, "nothing")).toBe("");
    expect(tagAt(root, "table")).toMatchObject({ kind: "array", type: "float32", count: 3, bytes: 12 });
    expect(tagAt(root, "list", 0)).toBe("ä Å µ");
    expect(tagAt(root, "list", 1, "deep")).toBe(1);
    expect(tagAt(root, "list", 2)).toBeUndefined();
    expect(tagAt(root, "id", "deeper")).toBeUndefined();
  });

  test("every file that is cut off is refused", async () => {
    const bytes = oneImage(imageTags(6, 2, [2, 3], ramp(6)), kind);
    const end = bytes.length - 8;
    for (let length = 0; length < end; length++) {
      await expect(readDm(bytes.slice(0, length))).rejects.toMatchObject({ tag: "format" });
    }
    expect((await readDm(bytes.slice(0, end))).shape).toEqual([3, 2]);
  });

  test("every byte may be wrong: an image, or one error that says so", async () => {
    const bytes = oneImage(imageTags(2, 1, [2, 3], ramp(6)), kind);
    for (let at = 0; at < bytes.length; at++) {
      for (const wrong of [0, 0x7f, 0xff]) {
        const outcome = await readDm(Uint8Array.from(bytes).fill(wrong, at, at + 1)).catch(
          (error: unknown) => error,
        );
        expect(outcome instanceof Error ? outcome : { tag: "format" }).toMatchObject({ tag: "format" });
      }
    }
  });
});

test("the image is the one that is no small view for the screen", async () => {
  const small = imageTags(5, 23, [1, 1], [0]);
  const grey = imageTags(10, 6, [1, 1], [9]);
  const image = imageTags(6, 2, [2, 1], [3, 4]);
  const colour = dmBytes({ ImageList: [small, image] }, kinds[0]);
  expect((await readDm(colour)).data).toEqual(Float32Array.of(3, 4));
  const named = dmBytes({ ImageList: [grey, image], Thumbnails: [{ ImageIndex: 0 }] }, kinds[0]);
  expect((await readDm(named)).data).toEqual(Float32Array.of(3, 4));
  const unnamed = dmBytes({ ImageList: [grey, image] }, kinds[0]);
  expect((await readDm(unnamed)).data).toEqual(Float32Array.of(9));
  await expect(readDm(dmBytes({ ImageList: [small] }, kinds[0]))).rejects.toThrow("ImageList: got 1 images");
  await expect(readDm(dmBytes({ other: 1 }, kinds[0]))).rejects.toThrow("ImageList: got 0 images");
});

test("the microscope is told in the library's units", async () => {
  const image = imageTags(6, 2, [1, 1], [0]) as Record<string, MadeTag>;
  const info = {
    Voltage: { code: 7, values: [3e5] },
    "Cs(mm)": { code: 7, values: [2.7] },
    "Indicated Magnification": { code: 7, values: [105000] },
  };
  const bytes = oneImage({ ...image, ImageTags: { "Microscope Info": info } });
  expect(await readDmHeader(memorySource(bytes))).toMatchObject({
    voltageKV: 300,
    csMm: 2.7,
    magnification: 105000,
  });
  const off = oneImage({ ...image, ImageTags: { "Microscope Info": { Voltage: 0, "Cs(mm)": "2.7" } } });
  const header = await readDmHeader(memorySource(off));
  expect([header.voltageKV, header.csMm, header.magnification]).toEqual([undefined, undefined, undefined]);
});

test.each([
  ["pm", 50, 0.5],
  ["Å", 1.5, 1.5],
  ["A", 1.5, 1.5],
  ["nm", 0.125, 1.25],
  ["µm", 0.00025, 2.5],
  ["μm", 0.00025, 2.5],
  ["um", -0.00025, 2.5],
  ["1/nm", 0.25, undefined],
  ["", 1, undefined],
  ["nm", 0, undefined],
  ["nm", Number.NaN, undefined],
])("a pixel of %s %f", async (unit, scale, sizeA) => {
  const { header } = await readDm(oneImage(imageTags(6, 2, [1, 1], [0], { scale, unit })));
  if (sizeA === undefined) expect(header.pixelSizesA).toBeUndefined();
  else expect(header.pixelSizesA![1]).toBeCloseTo(sizeA, 6);
});

test("becomes an image, images or a volume, with the size of square pixels", async () => {
  const picture = await readDm(oneImage(imageTags(6, 2, [2, 3], ramp(6))));
  expect(dmToModel(picture)).toMatchObject({
    kind: "image",
    shape: [3, 2],
    pixelSizeA: 2.5,
    data: Float32Array.from(ramp(6)),
    source: { format: "dm" },
  });
  const movie = await readDm(oneImage(imageTags(6, 2, [2, 3, 4], ramp(24))));
  expect(dmToModel(movie)).toMatchObject({ kind: "image-stack", shape: [4, 3, 2] });
  expect(dmToModel(movie, { as: "volume", pixelSizeA: 3 })).toMatchObject({ kind: "volume", voxelSizeA: 3 });
  const bare = await readDm(oneImage(imageTags(6, 2, [2, 3], ramp(6), { unit: "1/nm" })));
  expect(() => dmToModel(bare)).toThrow("pixel size: got none");
  const spectrum = await readDm(oneImage(imageTags(6, 2, [4], ramp(4))));
  expect(() => dmToModel(spectrum)).toThrow("got 1 axes");
  const oblong = { ...picture, header: { ...picture.header, pixelSizesA: [2, 10] as const } };
  expect(() => dmToModel(oblong)).toThrow("got 10 Å along x, 2 along y, wanted square pixels");
  expect(dmToModel(oblong, { pixelSizeA: 2 })).toMatchObject({ pixelSizeA: 2 });
});

test("complex numbers, colours and data of another size are refused by name", async () => {
  await expect(readDm(oneImage(imageTags(7, 3, [1, 1], [0])))).rejects.toThrow(
    "DataType: got 3, wanted one of 1",
  );
  await expect(readDm(oneImage(imageTags(6, 2, [2, 1], [0])))).rejects.toThrow(
    "got 4 bytes, wanted [2, 1] of float32",
  );
  await expect(readDm(oneImage(imageTags(6, 2, [0], [])))).rejects.toThrow(
    "got 0 bytes, wanted [0] of float32",
  );
  await expect(readDm(oneImage(imageTags(6, 2, [], [0])))).rejects.toThrow("wanted [] of float32");
});

test("sizes that no file has are refused before anything is made", async () => {
  const bytes = oneImage(imageTags(6, 2, [1, 1], [0]), kinds[2]);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(18, 2n ** 62n);
  await expect(readDm(bytes)).rejects.toThrow("number of tags: got 4611686018427388000");
  view.setBigInt64(18, -1n);
  await expect(readDm(bytes)).rejects.toThrow("number of tags: got -1");
  const deep = Array.from({ length: 80 }).reduce<MadeTag>((inner) => [inner], 1);
  await expect(readDm(dmBytes({ deep }, kinds[0]))).rejects.toThrow("depth of groups: got more");
});

test("codes describe numbers, text, records and arrays, one in another", () => {
  expect(valueLayout([7])).toEqual({ kind: "number", type: "float64", bytes: 8 });
  expect(valueLayout([18, 12])).toEqual({ kind: "text", bytes: 12 });
  expect(valueLayout([20, 15, 0, 2, 0, 3, 0, 2, 5])).toMatchObject({ kind: "array", count: 5, bytes: 30 });
  expect(valueLayout([20, 20, 4, 3, 2])).toMatchObject({ kind: "array", count: 2, bytes: 12 });
  for (const wrong of [
    [],
    [1],
    [7, 7],
    [18],
    [18, -1],
    [20, 4],
    [20, 4, -1],
    [15, 0, 2, 0, 3],
    [15, 1, 0],
    [15, 0, -1],
  ]) {
    expect(valueLayout(wrong)).toBeUndefined();
  }
});

test("a walk through bytes goes on where it was, beyond the piece that was fetched", async () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
  const cursor = new ByteCursor(memorySource(bytes));
  let wanted = 0;
  while (cursor.left >= 977) {
    expect((await cursor.take(977, "part")).getUint8(0)).toBe(wanted % 251);
    wanted += 977;
  }
  cursor.at = 3;
  expect((await cursor.take(100_000, "part")).byteLength).toBe(100_000);
  await expect(cursor.take(100_000, "part")).rejects.toThrow("part: got 99997 bytes");
});

describe.each(Object.entries(golden))("%s", (name, { shape, pixelNm, voltageKV, values }) => {
  test("is read as ncempy and rosettasciio read it", async () => {
    const read = await readDm(join(goldenFolder, name));
    expect(read.shape).toEqual(shape);
    expect(read.data).toEqual(Float32Array.from(values));
    expect(read.header.pixelSizesA).toEqual(pixelNm.map((size) => 10 * size));
    expect(read.header).toMatchObject({ voltageKV, csMm: 2.7, version: Number(name.at(-1)) });
  });
});
