import { expect } from "vitest";
import { statistics } from "vitrine";
import { readTiff, tiffToModel } from "../../lib/src/io/tiff/index.js";
import { realDataTest } from "../support/shared-data.js";

/** The image of which there is a copy in every format. */
const copied = [
  -0.276231, -0.13268562, 0.32305956, 1.072571, 0.731356, 0.49813408, 0.9071743, 0.6812411, -0.09380955,
];

realDataTest(
  "E14: the TIFF copy of one image, written by a program that puts row 0 at the top",
  ["I2PC__xmipp/src/xmipp/resources/test/image/singleImage.tif"],
  async (path) => {
    const file = await readTiff(path!, { firstRow: "top" });
    expect(file).toMatchObject({ pages: 1, shape: [1, 3, 3], facts: { sample: "float32", pixelSizeA: 1 } });
    for (const [i, value] of copied.entries()) expect(Math.abs(file.data[i]! - value)).toBeLessThan(1e-6);
    const bottomFirst = await readTiff(path!);
    expect([...bottomFirst.data]).toEqual([
      ...file.data.slice(6),
      ...file.data.slice(3, 6),
      ...file.data.slice(0, 3),
    ]);
  },
);

realDataTest(
  "KLH: a micrograph of bytes in 85 strips of PackBits; 72 points per inch is no pixel size",
  ["I2PC__xmipp/src/xmipp/resources/test/filters/KLH.tif"],
  async (path) => {
    const file = await readTiff(path!);
    expect(file).toMatchObject({ pages: 1, shape: [1, 844, 760] });
    expect(file.facts).toMatchObject({
      sample: "uint8",
      compression: "PackBits",
      byteOrder: "little-endian",
    });
    expect(file.facts.pixelSizeA).toBeUndefined();
    const { min, max, mean, sd } = statistics(file.data);
    expect([min, max]).toEqual([38, 240]);
    expect(mean).toBeCloseTo(121.80908112995759, 6);
    expect(sd).toBeCloseTo(21.41110712670291, 6);
  },
);

realDataTest(
  "E34: a microtubule in an ImageJ hyperstack is a volume of 10.52 Å voxels",
  ["hanjinliu__cylindra/tests/13pf_MT.tif"],
  async (path) => {
    const file = await readTiff(path!);
    expect(file).toMatchObject({ pages: 36, shape: [36, 206, 94] });
    expect(file.facts).toMatchObject({ sample: "uint8", compression: "none" });
    expect(file.facts.imageJ).toEqual({
      images: 36,
      channels: 1,
      slices: 36,
      frames: 1,
      unit: "nm",
      spacing: 1.052,
    });
    const { min, max, mean, sd } = statistics(file.data);
    expect([min, max]).toEqual([0, 255]);
    expect(mean).toBeCloseTo(106.06224465789896, 6);
    expect(sd).toBeCloseTo(24.52056506081668, 6);
    const map = tiffToModel(file);
    expect(map.kind).toBe("volume");
    if (map.kind === "volume") expect(map.voxelSizeA).toBeCloseTo(10.52, 6);
  },
);

realDataTest(
  "two pages of DigitalMicrograph, whose pixels are ten times as high as wide",
  ["hyperspy__rosettasciio/rsciio/tests/data/tiff/test_loading_image_saved_with_DM_stack.tif"],
  async (path) => {
    const file = await readTiff(path!);
    expect(file).toMatchObject({ pages: 2, shape: [2, 68, 68], facts: { sample: "float32" } });
    expect(file.facts.pixelSizeA).toBeUndefined();
    const { min, max, mean } = statistics(file.data);
    expect([min, max]).toEqual([2866, 3774]);
    expect(mean).toBeCloseTo(3335.3872, 3);
    const second = await readTiff(path!, { pages: { first: 1, count: 1 } });
    expect(second.data).toEqual(file.data.slice(68 * 68));
  },
);
