import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { image, imageStack, memorySource, volume } from "vitrine";
import {
  encodeImagic,
  imagicHeader,
  imagicPaths,
  imagicToModel,
  readImagic,
  writeImagic,
} from "../../../lib/src/io/imagic/index.js";
import type { EncodedImagic } from "../../../lib/src/io/imagic/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

const ramp = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i) * 1e3);
const images = imageStack(ramp(4 * 35), { shape: [4, 5, 7], pixelSizeA: 3 });
const map = volume(ramp(105), { shape: [3, 5, 7], voxelSizeA: 1.25 });

/** The same pair with the bytes of each word turned round, but for the letters of the type. */
const swapped = ({ header, data }: EncodedImagic): EncodedImagic => {
  const turned = (bytes: Uint8Array, isLetters: (at: number) => boolean): Uint8Array => {
    const view = new DataView(Uint8Array.from(bytes).buffer);
    for (let at = 0; at < bytes.length; at += 4) {
      if (!isLetters(at)) view.setUint32(at, view.getUint32(at, true), false);
    }
    return new Uint8Array(view.buffer);
  };
  return { header: turned(header, (at) => at % 1024 === 56), data: turned(data, () => false) };
};

describe.each([
  ["an image", image(ramp(35), { shape: [5, 7], pixelSizeA: 1.5 })],
  ["an image of one pixel", image(ramp(1), { shape: [1, 1], pixelSizeA: 1 })],
  ["a volume", map],
  ["images", images],
])("%s", (_, noun) => {
  const pair = encodeImagic(noun);

  test("is read as it was written, in both orders of bytes", async () => {
    for (const files of [pair, swapped(pair)]) {
      const read = await readImagic(files);
      expect(read.data).toEqual(noun.data);
      expect(read.shape).toEqual(noun.shape.length === 3 ? noun.shape : [1, ...noun.shape]);
      const size = "voxelSizeA" in noun ? noun.voxelSizeA : noun.pixelSizeA;
      expect(imagicToModel(read, { pixelSizeA: size })).toMatchObject({
        ...noun,
        source: { format: "imagic" },
      });
    }
  });

  test("is refused where one of its files is cut off", async () => {
    const { header, data } = pair;
    await expect(readImagic({ header, data: data.slice(0, -1) })).rejects.toThrow("data: got a file of");
    await expect(readImagic({ header: header.slice(0, -1), data })).rejects.toThrow(/(records|header): got/);
  });
});

test("of images only those that are asked for are read", async () => {
  const { header, data } = encodeImagic(images);
  const asked: [number, number][] = [];
  const source = memorySource(data);
  const watched = {
    ...source,
    read: (at: number, length: number) => (asked.push([at, length]), source.read(at, length)),
  };
  const part = await readImagic({ header, data: watched }, { first: 1, count: 2 });
  expect(part.shape).toEqual([2, 5, 7]);
  expect(part.data).toEqual(images.data.subarray(35, 105));
  expect(asked.at(-1)).toEqual([4 * 35, 4 * 70]);
  await expect(readImagic({ header, data }, { first: 4 })).rejects.toThrow("first: got 4");
  await expect(readImagic({ header, data }, { first: 3, count: 2 })).rejects.toThrow("count: got 2");
});

test.each([
  [
    "PACK",
    "uint8",
    (view: DataView) => [0, 255, 7].forEach((value, i) => view.setUint8(i, value)),
    [0, 255, 7],
  ],
  [
    "INTG",
    "int16",
    (view: DataView) => [-9, 300].forEach((value, i) => view.setInt16(2 * i, value, true)),
    [-9, 300],
  ],
  ["LONG", "int32", (view: DataView) => [-70000].forEach((value) => view.setInt32(0, value, true)), [-70000]],
])("values of type %s are %s", async (letters, type, fill, values) => {
  const { header } = encodeImagic(
    image(new Float32Array(values.length), { shape: [1, values.length], pixelSizeA: 1 }),
  );
  header.set(new TextEncoder().encode(letters), 56);
  const view = new DataView(new ArrayBuffer(8));
  fill(view);
  const read = await readImagic({ header, data: view.buffer });
  expect(read.header.type).toBe(type);
  expect(Array.from(read.data)).toEqual(values);
});

test("a part of a volume is images, and images may be taken for a volume", async () => {
  const pair = encodeImagic(map);
  const part = await readImagic(pair, { count: 2 });
  expect(imagicToModel(part, { pixelSizeA: 1 })).toMatchObject({ kind: "image-stack", shape: [2, 5, 7] });
  const one = await readImagic(encodeImagic(image(ramp(6), { shape: [2, 3], pixelSizeA: 1 })));
  expect(imagicToModel(one, { pixelSizeA: 1, as: "images" })).toMatchObject({ shape: [1, 2, 3] });
  expect(
    imagicToModel(await readImagic(encodeImagic(images)), { pixelSizeA: 1, as: "volume" }),
  ).toMatchObject({
    kind: "volume",
  });
  expect(() => imagicToModel(one)).toThrow("pixel size: got none");
});

test("words that a machine of no known mark left are not believed", () => {
  const { header } = encodeImagic(map);
  expect(imagicHeader(header)?.sections).toBe(3);
  const view = new DataView(header.buffer);
  view.setInt32(4 * 68, 123456, true);
  expect(imagicHeader(header)?.sections).toBe(1);
});

test("the header tells the moments of each image", () => {
  const { header } = encodeImagic(
    imageStack(Float32Array.of(1, 3, 5, 5), { shape: [2, 1, 2], pixelSizeA: 1 }),
  );
  const view = new DataView(header.buffer);
  const floats = (record: number) =>
    [18, 19, 22, 23].map((word) => view.getFloat32(1024 * record + 4 * (word - 1), true));
  expect(floats(0)).toEqual([2, 1, 3, 1]);
  expect(floats(1)).toEqual([5, 0, 5, 5]);
  expect([1, 2, 61, 62].map((word) => view.getInt32(1024 + 4 * (word - 1), true))).toEqual([2, 0, 1, 2]);
});

test("a pair stands in a folder, and is found by the name of either file", async () => {
  await writeImagic(join(folder, "some.hed"), images);
  for (const name of ["some.hed", "some.img"]) {
    expect((await readImagic(join(folder, name))).data).toEqual(images.data);
  }
  await writeImagic(join(folder, "SOME.IMG"), images);
  expect(existsSync(join(folder, "SOME.HED"))).toBe(true);
  expect(imagicPaths("a.hed/b.Img")).toEqual({ header: "a.hed/b.hed", data: "a.hed/b.img" });
  expect(() => imagicPaths("some.mrc")).toThrow(
    "path: got some.mrc, wanted a name that ends in .hed or .img",
  );
  await expect(readImagic(join(folder, "other.hed"))).rejects.toMatchObject({ tag: "file" });
});

test("what makes no sense as a header is none", async () => {
  const { header, data } = encodeImagic(images);
  const wrong = (word: number, value: number): Uint8Array => {
    const bytes = Uint8Array.from(header);
    new DataView(bytes.buffer).setInt32(4 * (word - 1), value, true);
    return bytes;
  };
  for (const bytes of [
    header.subarray(0, 100),
    wrong(1, 0),
    wrong(2, -1),
    wrong(13, 0),
    wrong(14, 2 ** 21),
    wrong(15, 0),
  ]) {
    expect(imagicHeader(bytes)).toBeUndefined();
    await expect(readImagic({ header: bytes, data })).rejects.toThrow("wanted an IMAGIC header");
  }
  await expect(readImagic({ header: wrong(2, 2 ** 31 - 1), data })).rejects.toThrow(
    "records: got a file of 4096 bytes",
  );
});
