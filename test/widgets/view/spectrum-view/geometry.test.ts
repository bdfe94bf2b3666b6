import { expect, test } from "vitest";
import {
  frequencyAt,
  pixelAt,
  pointAt,
  radiusPx,
  shownPart,
} from "../../../../widgets/src/view/spectrum-view/geometry.js";

const geometries = [
  { shape: [64, 64], pixelSizeA: 1.1, side: 400, zoom: 1 },
  { shape: [61, 45], pixelSizeA: 2.3, side: 333, zoom: 4 },
  { shape: [1, 1], pixelSizeA: 1, side: 100, zoom: 2 },
] as const;

test.each(geometries)(
  "a resolution of d lies pixelSize * N / d spectrum pixels from the middle: $shape",
  (geometry) => {
    const { shape, pixelSizeA, side, zoom } = geometry;
    const nx = shape[1];
    for (const d of [2 * pixelSizeA, 5, 20]) {
      const spectrumPixels = (pixelSizeA * nx) / d;
      const canvasPerSpectrumPixel = (side * zoom) / nx;
      expect(radiusPx(1 / d, geometry)).toBeCloseTo(spectrumPixels * canvasPerSpectrumPixel, 9);
    }
    expect(radiusPx(1 / (2 * pixelSizeA), { ...geometry, zoom: 1 })).toBeCloseTo(side / 2, 9);
  },
);

test.each(geometries)("points and frequencies undo each other: $shape", (geometry) => {
  const point = pointAt(frequencyAt(17, 91, geometry), geometry);
  expect(point.x).toBeCloseTo(17, 9);
  expect(point.y).toBeCloseTo(91, 9);
});

test.each(geometries)(
  "the middle of the canvas is the origin's pixel, in the picture as in the numbers: $shape",
  (geometry) => {
    const [ny, nx] = geometry.shape;
    expect(pixelAt({ x: 0, y: 0 }, geometry)).toEqual({
      row: Math.floor(ny / 2),
      column: Math.floor(nx / 2),
    });
    for (const binning of [1, 4]) {
      const part = shownPart(geometry, binning);
      expect((part.x + part.width / 2) * binning).toBeCloseTo(Math.floor(nx / 2) + 0.5, 9);
      expect((part.y + part.height / 2) * binning).toBeCloseTo(Math.floor(ny / 2) + 0.5, 9);
      expect(part.width * binning).toBeCloseTo(nx / geometry.zoom, 9);
    }
  },
);
