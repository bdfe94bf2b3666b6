import { describe, expect, test } from "vitest";
import { seeded } from "vitrine";
import { encodePng } from "../../../../widgets/src/host/stills/png.js";
import { raster, type Raster } from "../../../../widgets/src/host/stills/raster.js";
import { decodePng } from "../decode-png.js";

const random = seeded(5);
const sizes = [
  [1, 1],
  [7, 5],
  [64, 3],
  [31, 97],
];

function filled(width: number, height: number, pixel: (i: number) => readonly number[]): Raster {
  const picture = raster(width, height, [0, 0, 0]);
  for (let i = 0; i < width * height; i++) picture.data.set(pixel(i), 3 * i);
  return picture;
}

async function expectSame(picture: Raster, colorType: number): Promise<void> {
  const decoded = decodePng(await encodePng(picture));
  expect([decoded.width, decoded.height, decoded.colorType]).toEqual([
    picture.width,
    picture.height,
    colorType,
  ]);
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      const at = 3 * (y * picture.width + x);
      expect(decoded.at(x, y)).toEqual([...picture.data.subarray(at, at + 3)]);
    }
}

describe("PNG", () => {
  test.each(sizes)("grey noise comes back, %i x %i", async (width, height) => {
    await expectSame(
      filled(width, height, () => Array<number>(3).fill(random.integer(256))),
      0,
    );
  });

  test.each(sizes)("few colours come back through a palette, %i x %i", async (width, height) => {
    await expectSame(
      filled(width, height, (i) => [i % 5, 200, 255 - (i % 7)]),
      3,
    );
  });

  test("many colours come back as RGB", async () => {
    await expectSame(
      filled(40, 30, () => [random.integer(256), random.integer(256), random.integer(256)]),
      2,
    );
  });

  test("a smooth ramp is a small file: the filters work", async () => {
    const file = await encodePng(
      filled(256, 256, (i) => Array<number>(3).fill(((i % 256) + (i >> 8)) & 255)),
    );
    expect(file.length).toBeLessThan(4000); // 64 KB of pixels
  });
});
