import { describe, expect, test } from "vitest";
import { memorySource, readImage } from "vitrine";
import { mrcBytes, ramp } from "../../support/mrc-bytes.js";

const named = (name: string, parts: Parameters<typeof mrcBytes>[0] = {}) =>
  memorySource(mrcBytes({ data: ramp(24), ...parts }), { name });

describe("mode 0", () => {
  const data = Uint8Array.of(0, 127, 128, 255);
  const read = async (parts: Parameters<typeof mrcBytes>[0]) => [
    ...(await readImage(mrcBytes({ size: [2, 2, 1], mode: 0, data, ...parts }))).data,
  ];
  test("is signed by the standard", async () => expect(await read({})).toEqual([0, 127, -128, -1]));
  test("is what IMOD's flag says", async () => {
    expect(await read({ ints: { 152: 1146047817, 156: 0 } })).toEqual([0, 127, 128, 255]);
    expect(await read({ ints: { 152: 1146047817, 156: 1 } })).toEqual([0, 127, -128, -1]);
  });
  test("is unsigned where the header's maximum needs it", async () =>
    expect(await read({ floats: { 76: 0, 80: 255 } })).toEqual([0, 127, 128, 255]));
});

test("a section that is not there", async () => {
  await expect(readImage(named("a.mrc"), { index: 2 })).rejects.toThrow(
    /index: got 2, wanted a whole number from 0 to 1/,
  );
  await expect(readImage(named("a.mrc"), { index: 0.5 })).rejects.toThrow(/index: got 0.5/);
});

test("needs a pixel size along x and y only", async () => {
  const flat = { size: [4, 6, 1] as const, floats: { 48: 0 } };
  expect((await readImage(named("a.mrc", flat))).pixelSizeA).toBe(1.5);
  await expect(readImage(named("a.mrc", { ...flat, floats: { 40: 0 } }))).rejects.toThrow(
    /pass \{ pixelSizeA \}/,
  );
  await expect(readImage(named("a.mrc", flat), { pixelSizeA: -1 })).rejects.toThrow(/pixelSizeA: got -1/);
});

test("columns along y: rows and columns change places", async () => {
  const turned = { size: [4, 6, 1] as const, ints: { 64: 2, 68: 1, 72: 3 } };
  const picture = await readImage(named("a.mrc", turned));
  expect(picture.shape).toEqual([4, 6]);
  expect([...picture.data.slice(0, 6)]).toEqual([0, 4, 8, 12, 16, 20]);
});

test("what is no file, no bytes and no source is refused", async () => {
  for (const wrong of [undefined, null, 7, {}]) {
    await expect(readImage(wrong as never)).rejects.toMatchObject({ name: "FileError" });
  }
});
