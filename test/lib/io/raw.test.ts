import { expect, test } from "vitest";
import { readRaw } from "../../../lib/src/io/raw/index.js";

const bytes = Uint8Array.from({ length: 14 }, (_, i) => (i < 2 ? 99 : i - 2));
const stated = { shape: [2, 3], type: "uint16", offset: 2, pixelSizeA: 1.5 } as const;

test("values are those of the type, the byte order and the offset that are stated", async () => {
  const low = [0x0100, 0x0302, 0x0504, 0x0706, 0x0908, 0x0b0a];
  expect(await readRaw(bytes, stated)).toMatchObject({
    kind: "image",
    shape: [2, 3],
    pixelSizeA: 1.5,
    data: Float32Array.from(low),
    source: { format: "raw" },
  });
  const high = low.map((value) => ((value & 255) << 8) | (value >> 8));
  expect((await readRaw(bytes, { ...stated, byteOrder: "big-endian" })).data).toEqual(
    Float32Array.from(high),
  );
});

test("three axes are images, or a volume", async () => {
  const three = { ...stated, shape: [3, 1, 2] };
  expect(await readRaw(bytes, three)).toMatchObject({ kind: "image-stack", shape: [3, 1, 2] });
  expect(await readRaw(bytes, { ...three, as: "volume" })).toMatchObject({ kind: "volume", voxelSizeA: 1.5 });
});

test("what the file can't hold, and what is no layout, is refused", async () => {
  await expect(readRaw(bytes, { ...stated, shape: [2, 4] })).rejects.toThrow(
    "data: got a file of 14 bytes, wanted 18",
  );
  await expect(readRaw(bytes, { ...stated, shape: [2 ** 30, 2 ** 30] })).rejects.toThrow(
    "data: got a file of 14",
  );
  await expect(readRaw(bytes, { ...stated, shape: [2] })).rejects.toThrow("wanted [ny, nx] or [n, ny, nx]");
  await expect(readRaw(bytes, { ...stated, shape: [2, 0] })).rejects.toThrow("shape: got 0");
  await expect(readRaw(bytes, { ...stated, type: "int64" as "int32" })).rejects.toThrow("type: got int64");
  const { shape, type } = stated;
  await expect(readRaw(bytes, { shape, type })).rejects.toThrow("pixel size: got none");
});
