import { describe, expect, test } from "vitest";
import { averageHalfMaps, isCryoError, seeded, statistics, volume } from "vitrine";

const noise = (seed: number, voxelSizeA: number = 1.5): ReturnType<typeof volume> => {
  const random = seeded(seed);
  const shape = [13, 8, 11] as const;
  return volume(
    Float32Array.from({ length: 13 * 8 * 11 }, () => random.normal()),
    { shape, voxelSizeA },
  );
};

describe("averageHalfMaps", () => {
  test("is symmetric, and the average of a map with itself is the map", () => {
    const [a, b] = [noise(1), noise(2)];
    expect(averageHalfMaps({ a, b }).data).toEqual(averageHalfMaps({ a: b, b: a }).data);
    expect(averageHalfMaps({ a, b: a }).data).toEqual(a.data);
  });

  test("halves the variance of independent noise", () => {
    const variance = statistics(averageHalfMaps({ a: noise(3), b: noise(4) }).data).sd ** 2;
    // relative sd of a variance of n = 1144 normal values is sqrt(2 / n) = 0.042; 4 sd
    expect(Math.abs(variance / 0.5 - 1)).toBeLessThan(4 * 0.042);
  });

  test("refuses two samplings", () => {
    expect(() => averageHalfMaps({ a: noise(1), b: noise(2, 1.6) })).toThrow(/voxel size/);
    try {
      averageHalfMaps({ a: noise(1), b: noise(2, 1.6) });
    } catch (error) {
      expect(isCryoError(error, "value")).toBe(true);
    }
  });
});
