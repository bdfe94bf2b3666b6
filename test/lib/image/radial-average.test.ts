import { describe, expect, test } from "vitest";
import { image, radialAverage, volume } from "vitrine";
import { singleNoise } from "../fourier/arrays.js";

describe("A16: radial average", () => {
  test("of a function of the radius is that function, on odd and unequal sides too", () => {
    const [ny, nx] = [21, 40];
    const data = Float32Array.from({ length: ny * nx }, (_, i) =>
      Math.round(Math.hypot(Math.floor(i / nx) - 10, (i % nx) - 20)),
    );
    const average = radialAverage(image(data, { shape: [ny, nx], pixelSizeA: 2 }));
    expect(Array.from(average.series[0]!.values)).toEqual(Array.from({ length: 11 }, (_, r) => r));
    expect(Array.from(average.x.values)).toEqual(Array.from({ length: 11 }, (_, r) => 2 * r));
  });

  test("of white noise in a map is 0 to its own scatter", () => {
    const n = 33;
    const map = volume(singleNoise(n ** 3), { shape: [n, n, n], voxelSizeA: 1 });
    radialAverage(map).series[0]!.values.forEach((mean, radius) => {
      const voxels = radius === 0 ? 1 : 4 * Math.PI * radius * radius;
      expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(voxels));
    });
  });
});
