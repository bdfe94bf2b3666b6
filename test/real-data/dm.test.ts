import { expect } from "vitest";
import { dmToModel, readDm, tagAt } from "../../lib/src/io/dm/index.js";
import { realDataTest } from "../support/shared-data.js";

const sumOf = (data: Float32Array): number => data.reduce((sum, value) => sum + value, 0);

realDataTest(
  "O13: a DM3 image of 64 rows and 128 columns whose pixels are 2 Å high and 1 nm wide",
  ["ercius__openNCEM/ncempy/data/dmTest_float32_nonSquare_diffPixelSize.dm3"],
  async (file) => {
    const read = await readDm(file!);
    expect(read.header).toMatchObject({
      version: 3,
      littleEndian: true,
      type: "float32",
      pixelSizesA: [2, 10],
    });
    expect(read.shape).toEqual([64, 128]);
    expect(Array.from(read.data.subarray(0, 4))).toEqual([0, 1, 2, 3]);
    expect(sumOf(read.data)).toBe(520192);
    expect(() => dmToModel(read)).toThrow("wanted square pixels");
  },
);

realDataTest(
  "O14: a DM3 image of two by two without a pixel size",
  ["hyperspy__rosettasciio/rsciio/tests/data/digitalmicrograph/2D/test-2.dm3"],
  async (file) => {
    const read = await readDm(file!);
    expect(read.shape).toEqual([2, 2]);
    expect(Array.from(read.data)).toEqual([1, 2, 3, 4]);
    expect(() => dmToModel(read)).toThrow("pixel size: got none");
  },
);

realDataTest(
  "O14: a scanned DM3 image at 200 kV, 0.24854 nm per pixel",
  ["hyperspy__rosettasciio/rsciio/tests/data/digitalmicrograph/2D/test_STEM_image.dm3"],
  async (file) => {
    const read = await readDm(file!);
    expect(read.header).toMatchObject({ type: "uint32", voltageKV: 200 });
    expect(Array.from(read.data.subarray(0, 4))).toEqual([33121, 33489, 33638, 32719]);
    expect(sumOf(read.data)).toBe(150998555);
    const picture = dmToModel(read);
    expect(picture).toMatchObject({ kind: "image", shape: [68, 68] });
    expect("pixelSizeA" in picture && picture.pixelSizeA).toBeCloseTo(2.4854, 4);
    expect(typeof tagAt(read.header.tags, "ApplicationBounds")).toBe("object");
  },
);
