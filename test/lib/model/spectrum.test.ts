import { expect, test } from "vitest";
import { powerSpectrumOf } from "../../../lib/src/model/index.js";

const radial = { spatialFrequencyInvA: Float64Array.of(0), power: Float64Array.of(1) };

test("a power spectrum is sampled and filled as its image was", () => {
  const parts = { data: new Float32Array(6), shape: [2, 3], pixelSizeA: 1.2, radial } as const;
  expect(powerSpectrumOf(parts)).toEqual({ kind: "power-spectrum", ...parts });
  expect(() => powerSpectrumOf({ ...parts, shape: [3, 3] })).toThrow(
    "power spectrum: got 6 elements, wanted 9",
  );
  expect(() => powerSpectrumOf({ ...parts, pixelSizeA: 0 })).toThrow(/^pixelSizeA: got 0/);
});
