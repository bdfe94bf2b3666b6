import { join } from "node:path";
import { expect, test } from "vitest";
import { image, volume } from "vitrine";
import { emHeader, emToModel, encodeEm, readEm, writeEm } from "../../../lib/src/io/em/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();

const ramp = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i) * 1e3);

test("a volume and an image are read as they were written", async () => {
  const map = volume(ramp(105), { shape: [3, 5, 7], voxelSizeA: 1 });
  expect(await readEm(encodeEm(map))).toMatchObject({ shape: [3, 5, 7], data: map.data });
  const picture = image(ramp(35), { shape: [5, 7], pixelSizeA: 1 });
  expect(await readEm(encodeEm(picture))).toMatchObject({ shape: [1, 5, 7], data: picture.data });
});

test.each([
  [1, "int8", [-3, 7], (view: DataView, at: number, value: number) => view.setInt8(at, value), 1],
  [2, "int16", [-300, 7], (view: DataView, at: number, value: number) => view.setInt16(at, value), 2],
  [4, "int32", [-70000, 7], (view: DataView, at: number, value: number) => view.setInt32(at, value), 4],
  [9, "float64", [0.5, -7], (view: DataView, at: number, value: number) => view.setFloat64(at, value), 8],
] as const)("type %d is %s, here with the highest byte first", async (code, type, values, set, size) => {
  const view = new DataView(new ArrayBuffer(512 + 2 * size));
  view.setUint8(0, 5);
  view.setUint8(3, code);
  [2, 1, 1].forEach((side, axis) => view.setInt32(4 + 4 * axis, side));
  values.forEach((value, i) => set(view, 512 + i * size, value));
  const file = await readEm(view.buffer);
  expect(file.header).toEqual({ littleEndian: false, type, shape: [1, 1, 2] });
  expect(file.data).toEqual(Float32Array.from(values));
});

test("stands in a file, and becomes a volume or an image with the pixel size that is given", async () => {
  const path = join(folder, "map.em");
  const map = volume(ramp(105), { shape: [3, 5, 7], voxelSizeA: 1.5 });
  await writeEm(path, map);
  expect(emToModel(await readEm(path), { pixelSizeA: 1.5 })).toMatchObject({
    ...map,
    source: { format: "em" },
  });
  const picture = await readEm(encodeEm(image(ramp(35), { shape: [5, 7], pixelSizeA: 1 })));
  expect(emToModel(picture, { pixelSizeA: 2 })).toMatchObject({
    kind: "image",
    shape: [5, 7],
    pixelSizeA: 2,
  });
  expect(() => emToModel(picture)).toThrow("pixel size: got none");
});

test("what is cut off or none is refused", async () => {
  const bytes = encodeEm(volume(ramp(8), { shape: [2, 2, 2], voxelSizeA: 1 }));
  await expect(readEm(bytes.subarray(0, bytes.length - 1))).rejects.toThrow(
    "data: got a file of 543 bytes, wanted 544",
  );
  await expect(readEm(bytes.subarray(0, 100))).rejects.toThrow("wanted a file in EM format");
  expect(emHeader(Uint8Array.from(bytes).fill(7, 3, 4))).toBeUndefined();
  expect(emHeader(Uint8Array.from(bytes).fill(9, 0, 1))).toBeUndefined();
  expect(emHeader(Uint8Array.from(bytes).fill(255, 4, 8))).toBeUndefined();
});
