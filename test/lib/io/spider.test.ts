import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { image, imageStack, volume } from "vitrine";
import type { Image, ImageStack, Volume } from "vitrine";
import {
  encodeSpider,
  readSpider,
  spiderHeader,
  spiderToModel,
  writeSpider,
} from "../../../lib/src/io/spider/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

const ramp = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i) * 1e3);
const written = (data: Image | ImageStack | Volume): Uint8Array => {
  const pieces = [...encodeSpider(data)];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (bytes.set(piece, at), at + piece.length), 0);
  return bytes;
};
/** The same file with the bytes of each word turned round. */
const swapped = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  for (let at = 0; at < bytes.length; at += 4) view.setUint32(at, view.getUint32(at, true), false);
  return new Uint8Array(view.buffer);
};

describe.each([
  ["an image", image(ramp(35), { shape: [5, 7], pixelSizeA: 1.5 })],
  ["an image of one pixel", image(ramp(1), { shape: [1, 1], pixelSizeA: 1 })],
  ["an image wider than its header", image(ramp(2 * 401), { shape: [2, 401], pixelSizeA: 2 })],
  ["a volume", volume(ramp(105), { shape: [3, 5, 7], voxelSizeA: 1.25 })],
  ["a stack", imageStack(ramp(4 * 35), { shape: [4, 5, 7], pixelSizeA: 3 })],
])("%s", (_, data) => {
  const bytes = written(data);

  test("is read as it was written, in both byte orders", async () => {
    for (const file of [bytes, swapped(bytes)]) {
      const { shape, data: values, header } = await readSpider(file);
      expect(shape).toEqual(data.shape);
      expect(values).toEqual(data.data);
      expect(header.pixelSizeA).toBe("voxelSizeA" in data ? data.voxelSizeA : data.pixelSizeA);
    }
  });

  test("that is cut off is refused", async () => {
    await expect(readSpider(bytes.subarray(0, bytes.length - 4))).rejects.toThrow(
      /data: got a file of|header: got/,
    );
  });
});

test("stands in a file, and becomes what it is, with its own pixel size", async () => {
  const path = join(folder, "stack.spi");
  const stack = imageStack(ramp(4 * 6), { shape: [4, 2, 3], pixelSizeA: 1.5 });
  await writeSpider(path, stack);
  expect(spiderToModel(await readSpider(path))).toMatchObject({ ...stack, source: { format: "spider" } });
  const map = volume(ramp(8), { shape: [2, 2, 2], voxelSizeA: 2 });
  expect(spiderToModel(await readSpider(written(map)), { pixelSizeA: 3 })).toMatchObject({
    kind: "volume",
    voxelSizeA: 3,
  });
});

test("of a stack only what is asked for is read", async () => {
  const stack = imageStack(ramp(4 * 6), { shape: [4, 2, 3], pixelSizeA: 1 });
  const part = await readSpider(written(stack), { first: 1, count: 2 });
  expect(part.shape).toEqual([2, 2, 3]);
  expect(part.data).toEqual(stack.data.subarray(6, 18));
  await expect(readSpider(written(stack), { first: 4 })).rejects.toThrow("first: got 4");
});

test("what makes no sense as a header is none", async () => {
  expect(spiderHeader(new Uint8Array(2000))).toBeUndefined();
  expect(spiderHeader(new Uint8Array(10))).toBeUndefined();
  await expect(readSpider(new Uint8Array(2000).fill(65))).rejects.toThrow("wanted a SPIDER image");
});
