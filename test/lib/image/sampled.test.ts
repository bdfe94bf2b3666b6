import { expect, test } from "vitest";
import { image, volume } from "vitrine";
import { samplingA, withData } from "../../../lib/src/image/sampled.js";

const map = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1.5, originA: [3, 4, 5] });
const crystal = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: [1, 2, 3] });

test("Å per pixel or voxel, of cubes only", () => {
  expect(samplingA("here", image(new Float32Array(1), { shape: [1, 1], pixelSizeA: 2 }))).toBe(2);
  expect(samplingA("here", map)).toBe(1.5);
  expect(() => samplingA("here", crystal)).toThrow("here: voxel sizes");
});

test("other data keep sampling and origin", () => {
  const data = new Float32Array(8).fill(1);
  expect(withData(map, data)).toEqual({ ...map, data });
  expect(withData(crystal, data)).toEqual({ ...crystal, data });
});
