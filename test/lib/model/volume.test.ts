import { describe, expect, test } from "vitest";
import { halfMaps, requireCubicVoxels, requireSameSampling, volume } from "../../../lib/src/model/index.js";
import type { Volume } from "../../../lib/src/model/index.js";

const sampled = (voxelSizeA: number | readonly [number, number, number]): Volume =>
  volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA });

describe("a volume", () => {
  test("takes the array; its origin is zero unless said", () => {
    const data = new Float32Array(24);
    const made = volume(data, { shape: [2, 3, 4], voxelSizeA: 1.5 });
    expect(made.data).toBe(data);
    expect(made).toEqual({ kind: "volume", data, shape: [2, 3, 4], voxelSizeA: 1.5, originA: [0, 0, 0] });
    const moved = volume(data, { shape: [2, 3, 4], voxelSizeA: 1, originA: [-3, 2.5, 0] });
    expect(moved.originA).toEqual([-3, 2.5, 0]);
  });

  test("keeps three voxel sizes only where they differ by more than 0.1 %", () => {
    expect(sampled([1, 1, 1.0009])).not.toHaveProperty("voxelSizesA");
    expect(sampled([1, 1, 1.0009]).voxelSizeA).toBe(1.0009);
    expect(sampled([1, 1, 1.002]).voxelSizesA).toEqual([1, 1, 1.002]);
    expect(sampled([3, 2, 1.5]).voxelSizeA).toBe(1.5);
  });

  test("must be filled, sampled and placed", () => {
    const options = { shape: [2, 3, 4], voxelSizeA: 1 } as const;
    expect(() => volume(new Float32Array(23), options)).toThrow(
      "volume: got 23 elements, wanted 24 for shape [2, 3, 4]",
    );
    expect(() => sampled(0)).toThrow(/^voxelSizeA: got 0/);
    expect(() => sampled([1, Number.NaN, 1])).toThrow(/^voxelSizeA: got NaN/);
    expect(() => volume(new Float32Array(24), { ...options, originA: [0, Number.NaN, 0] })).toThrow(
      /^originA: got NaN/,
    );
  });

  test("with unequal voxels is refused where cubes are needed", () => {
    expect(() => requireCubicVoxels("fsc", sampled(1))).not.toThrow();
    expect(() => requireCubicVoxels("fsc", sampled([1, 2, 3]))).toThrow(
      "fsc: voxel sizes (z, y, x): got [1, 2, 3], wanted three equal sizes",
    );
  });
});

describe("half maps", () => {
  test("are joined when they fit", () => {
    const [a, b] = [sampled(1), sampled(1.0005)];
    expect(halfMaps(a, b)).toEqual({ kind: "half-maps", a, b });
  });
  test("must have one size", () => {
    const other = volume(new Float32Array(24), { shape: [4, 3, 2], voxelSizeA: 1 });
    expect(() => halfMaps(sampled(1), other)).toThrow("half maps: got [4, 3, 2], wanted [2, 3, 4]");
  });
  test("must have one sampling, to 0.1 %", () => {
    expect(() => halfMaps(sampled(1), sampled(1.002))).toThrow("half maps: voxel size: got 1 and 1.002 Å");
    expect(() => requireSameSampling("x", 1.002, 1)).toThrow(/^x: voxel size/);
    expect(() => requireSameSampling("x", 1.0009, 1)).not.toThrow();
  });
});
