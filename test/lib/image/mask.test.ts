import { expect, test } from "vitest";
import { applyMask, image, softMask, statistics, volume } from "vitrine";
import { singleNoise } from "../fourier/arrays.js";

const map = volume(singleNoise(20 ** 3), { shape: [20, 20, 20], voxelSizeA: 2 });

test("radius and edge are in Å", () => {
  const { data } = softMask(map, { radiusA: 8, edgeA: 4 });
  const along = Array.from({ length: 10 }, (_, r) => data[(10 * 20 + 10) * 20 + 10 + r]!);
  expect(along).toEqual([1, 1, 1, 1, 1, 0.5, 0, 0, 0, 0]);
});

test("by default it just fits: 0 on the faces, 1 in the middle", () => {
  for (const side of [20, 21]) {
    const like = volume(new Float32Array(side ** 3), { shape: [side, side, side], voxelSizeA: 2 });
    const { data } = softMask(like);
    const [centre, last] = [Math.floor(side / 2), side - 1];
    expect(data[(centre * side + centre) * side + centre]).toBe(1);
    expect(data[(centre * side + centre) * side]).toBe(0);
    // the face that the origin is nearer to, at the very end of the edge
    expect(data[(centre * side + centre) * side + last]).toBe(0);
    expect(data[(centre * side + centre) * side + last - 1]).toBeGreaterThan(0);
  }
});

test("a mask is multiplied in, voxel by voxel", () => {
  const mask = softMask(map, { radiusA: 10, edgeA: 6 });
  const masked = applyMask(map, mask);
  expect(masked.data).toEqual(map.data.map((value, i) => value * mask.data[i]!));
  const picture = image(new Float32Array(25).fill(2), { shape: [5, 5], pixelSizeA: 1 });
  expect(statistics(applyMask(picture, softMask(picture, { radiusA: 1, edgeA: 0 })).data).max).toBe(2);
});

test("what doesn't fit is refused", () => {
  const other = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 2 });
  expect(() => applyMask(map, other)).toThrow("[2, 2, 2]");
  expect(() => applyMask(map, { ...map, voxelSizeA: 3 })).toThrow("voxel size");
  expect(() => softMask(map, { radiusA: 0 })).toThrow("radiusA");
  expect(() => softMask(map, { edgeA: -1 })).toThrow("edgeA");
});
