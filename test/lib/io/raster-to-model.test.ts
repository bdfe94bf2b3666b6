import { expect, test } from "vitest";
import { rasterToModel } from "../../../lib/src/io/raster-to-model.js";
import type { Raster } from "../../../lib/src/io/raster-to-model.js";

const raster: Raster = {
  name: "a.em",
  format: "em",
  content: "volume",
  shape: [1, 2, 3],
  data: new Float32Array(6),
};

test("an image, images and a volume with the pixel size of the file or the caller's", () => {
  expect(rasterToModel(raster, { pixelSizeA: 2 })).toMatchObject({
    kind: "volume",
    shape: [1, 2, 3],
    voxelSizeA: 2,
  });
  expect(rasterToModel({ ...raster, content: "images", pixelSizeA: 3 })).toMatchObject({
    kind: "image-stack",
    pixelSizeA: 3,
  });
  const picture = { ...raster, content: "image", shape: [2, 3], pixelSizeA: 3 } as const;
  expect(rasterToModel(picture, { pixelSizeA: 4 })).toMatchObject({
    kind: "image",
    shape: [2, 3],
    pixelSizeA: 4,
  });
  expect(rasterToModel(picture).source).toEqual({ name: "a.em", format: "em", warnings: [] });
});

test("a pixel size is never guessed", () => {
  expect(() => rasterToModel(raster)).toThrow(
    "a.em: pixel size: got none in the file, wanted a size in Å (say it: { pixelSizeA: 1.06 })",
  );
  expect(() => rasterToModel(raster, { pixelSizeA: 0 })).toThrow("pixelSizeA: got 0");
});
