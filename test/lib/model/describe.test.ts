import { expect, test } from "vitest";
import { statistics } from "../../../lib/src/array/index.js";
import {
  curve,
  describe as described,
  halfMaps,
  histogramOf,
  image,
  imageStack,
  powerSpectrumOf,
  shellCorrelationOf,
  volume,
} from "../../../lib/src/model/index.js";
import type { Noun } from "../../../lib/src/model/index.js";

const picture = image(Float32Array.of(1, 2, 3, 4, 5, 6), { shape: [2, 3], pixelSizeA: 1.06 });
const map = volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: 1.5 });
const fsc = curve({
  title: "FSC",
  x: { label: "spatial frequency", unit: "1/Å", values: Float64Array.of(0, 0.1) },
  y: { label: "correlation", unit: "" },
  series: [{ name: "half maps", role: "data", values: Float64Array.of(1, 0) }],
  crossings: [
    { series: "half maps", threshold: "0.143", x: 0.3, resolutionA: 1 / 0.3 },
    { series: "half maps", threshold: "2", x: 0.25 },
    { series: "half maps", threshold: "-1", x: undefined },
  ],
});
const columns = {
  spatialFrequencyInvA: new Float64Array(33),
  correlation: new Float64Array(33),
  coefficients: new Float64Array(33),
  boxSizePx: 64,
  voxelSizeA: 1.06,
};

test.each<[Noun, string]>([
  [picture, "image 3 x 2, 1.06 Å/pixel; values 1 to 6, mean 3.5, sd 1.708"],
  [
    imageStack(new Float32Array(24), { shape: [4, 2, 3], pixelSizeA: 2 }),
    "4 images 3 x 2, 2 Å/pixel; values 0 to 0, mean 0, sd 0",
  ],
  [map, "volume 4 x 3 x 2, 1.5 Å/voxel, 6 Å wide; values 0 to 0, mean 0, sd 0"],
  [
    volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: [3, 2, 1] }),
    "volume 4 x 3 x 2, 1 x 2 x 3 Å/voxel; values 0 to 0, mean 0, sd 0",
  ],
  [halfMaps(map, map), "half maps 4 x 3 x 2, 1.5 Å/voxel, 6 Å wide"],
  [fsc, "FSC; half maps at 0.143: 3.33 Å; half maps at 2: 0.25; half maps stays above -1"],
  [
    histogramOf({
      counts: Float64Array.of(1, 2),
      low: 0,
      width: 1,
      label: "density",
      statistics: statistics(Float32Array.of(0, 2, Number.NaN)),
    }),
    "histogram of density, 2 bins; 0 to 2, mean 1, sd 1, 1 not finite",
  ],
  [
    powerSpectrumOf({
      data: new Float32Array(6),
      shape: [2, 3],
      pixelSizeA: 1.5,
      radial: { spatialFrequencyInvA: new Float64Array(1), power: new Float64Array(1) },
    }),
    "power spectrum 3 x 2, Nyquist 3 Å",
  ],
  [shellCorrelationOf({ dimensions: 3, ...columns }), "FSC over 33 shells, box 64, 1.06 Å sampling"],
  [shellCorrelationOf({ dimensions: 2, ...columns }), "FRC over 33 shells, box 64, 1.06 Å sampling"],
])("$kind is described in a line", (noun, text) => {
  expect(described(noun)).toBe(text);
  expect(text).not.toContain("\n");
});
