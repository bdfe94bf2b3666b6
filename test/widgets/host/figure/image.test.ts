import { describe, expect, test } from "vitest";
import { image, imageStack } from "vitrine";
import { imageFigure, imageStackFigure } from "../../../../widgets/src/host/figure/image.js";
import { decodePng, type DecodedPng } from "../decode-png.js";

const png = (bundle: Readonly<Record<string, unknown>>): DecodedPng =>
  decodePng(Buffer.from(bundle["image/png"] as string, "base64"));

describe("an image's figure", () => {
  test("is a picture with its text; a bright pixel is at its place, the row downwards", async () => {
    const data = new Float32Array(28 * 40);
    data[5 * 40 + 31] = 2; // row 5, column 31
    const { bundle, model } = await imageFigure(image(data, { shape: [28, 40], pixelSizeA: 1.5 }), {
      contrast: [0, 100],
      title: "micrograph",
    });
    expect(model).toBeUndefined();
    expect(Object.keys(bundle)).toEqual(["image/png", "text/plain"]);
    expect(bundle["text/plain"]).toMatch(/^micrograph: image 40 x 28, 1.5 Å\/pixel; values 0 to 2/);
    const picture = png(bundle); // 14 pixels for each of 40
    expect(picture.at(12 + 31 * 14 + 7, 34 + 5 * 14 + 7)).toEqual([255, 255, 255]);
    expect(picture.at(12 + 5 * 14 + 7, 34 + 20 * 14 + 7)).toEqual([0, 0, 0]);
  });

  test.each([
    [1, 1],
    [3, 500],
    [500, 3],
  ])("of %i x %i pixels is at most 1024 wide and high", async (ny, nx) => {
    const data = Float32Array.from({ length: ny * nx }, (_, i) => i % 7);
    const picture = png((await imageFigure(image(data, { shape: [ny, nx], pixelSizeA: 1 }), {})).bundle);
    expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(1024);
  });

  test("without anything finite says so", async () => {
    const blank = image(new Float32Array(16).fill(Number.NaN), { shape: [4, 4], pixelSizeA: 1 });
    const { bundle } = await imageFigure(blank, {});
    expect(bundle["text/plain"]).toContain("16 not finite");
    expect(png(bundle).width).toBe(1004);
  });

  test("refuses a contrast that is none", async () => {
    const one = image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 1 });
    await expect(imageFigure(one, { contrast: [5, 101] })).rejects.toThrow(/contrast: got 101/);
  });
});

describe("a stack's figure", () => {
  test("is a montage: each image in its tile, the rest counted", async () => {
    const data = new Float32Array(40 * 8 * 8);
    for (let n = 0; n < 40; n++) data.fill(n % 8, n * 64, (n + 1) * 64);
    const stack = imageStack(data, { shape: [40, 8, 8], pixelSizeA: 1 });
    const { bundle } = await imageStackFigure(stack, { contrast: [0, 100] });
    const picture = png(bundle); // tiles of 112 pixels, 12 apart, 8 in a row
    const tile = (n: number): number =>
      picture.at(12 + (n % 8) * 124 + 56, 34 + Math.floor(n / 8) * 124 + 56)[0];
    for (let n = 0; n < 32; n++) expect(Math.abs(tile(n) - ((n % 8) * 255) / 7)).toBeLessThan(2);
    expect(bundle["text/plain"]).toMatch(/^40 images 8 x 8/);
    expect(picture.height).toBe(34 + 4 * 124 + 28);
  });

  test.each([1, 3])("of %i images is drawn", async (n) => {
    const data = Float32Array.from({ length: n * 35 }, (_, i) => i);
    const stack = imageStack(data, { shape: [n, 5, 7], pixelSizeA: 1 });
    expect(png((await imageStackFigure(stack, {})).bundle).width).toBe(1004);
  });
});
