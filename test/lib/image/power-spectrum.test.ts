import { describe, expect, test } from "vitest";
import { image, powerSpectrum, volume } from "vitrine";
import { fft } from "vitrine/fourier";
import { largestDifference, singleNoise } from "../fourier/arrays.js";

const white = (ny: number, nx: number, seed: number = 4) =>
  image(singleNoise(ny * nx, seed), { shape: [ny, nx], pixelSizeA: 1.5 });

describe("A16: power spectrum", () => {
  test.each([
    [8, 8],
    [7, 9],
    [6, 11],
    [1, 5],
  ])("|F|² / N of the full transform with the origin in the middle, %i x %i", async (ny, nx) => {
    const picture = white(ny, nx);
    const complex = new Float64Array(2 * ny * nx);
    picture.data.forEach((value, i) => (complex[2 * i] = value));
    const { data } = await fft(complex, [ny, nx]);
    const expected = new Float64Array(ny * nx);
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) {
        const at = 2 * (y * nx + x);
        const to = ((y + Math.floor(ny / 2)) % ny) * nx + ((x + Math.floor(nx / 2)) % nx);
        expected[to] = (data[at]! ** 2 + data[at + 1]! ** 2) / (ny * nx);
      }
    }
    const spectrum = await powerSpectrum(picture, { mean: "keep" });
    // single precision of numbers up to about 10
    expect(largestDifference(spectrum.data, expected)).toBeLessThan(1e-5);
  });

  test("the mean is all of the origin, and is taken out by default", async () => {
    const picture = image(
      white(9, 10).data.map((value) => value + 100),
      { shape: [9, 10], pixelSizeA: 1.5 },
    );
    const origin = 4 * 10 + 5;
    const [kept, without] = [await powerSpectrum(picture, { mean: "keep" }), await powerSpectrum(picture)];
    expect(kept.data[origin]).toBeGreaterThan(8e5);
    expect(without.data[origin]).toBe(0);
    kept.data[origin] = 0;
    expect(largestDifference(kept.data, without.data)).toBeLessThan(1e-2);
  });

  test("white noise of variance 1 has power 1 in every shell", async () => {
    const { radial } = await powerSpectrum(white(128, 128));
    radial.power.forEach((power, shell) => {
      if (shell === 0) return;
      // about pi * shell independent coefficients, each exponential with mean 1; five standard errors
      expect(Math.abs(power - 1)).toBeLessThan(5 / Math.sqrt(Math.PI * shell));
    });
    expect(radial.spatialFrequencyInvA[64]).toBeCloseTo(1 / 3, 12);
  });

  test("of a map: the section through the origin perpendicular to z, and shells of all of it", async () => {
    const [nz, ny, nx] = [5, 6, 7];
    const map = volume(singleNoise(nz * ny * nx), { shape: [nz, ny, nx], voxelSizeA: 2 });
    const spectrum = await powerSpectrum(map);
    const summed = image(
      Float32Array.from({ length: ny * nx }, (_, i) => {
        let sum = 0;
        for (let z = 0; z < nz; z++) sum += map.data[z * ny * nx + i]!;
        return sum;
      }),
      { shape: [ny, nx], pixelSizeA: 2 },
    );
    const section = await powerSpectrum(summed);
    const perVoxel = section.data.map((power) => power / nz);
    expect(largestDifference(spectrum.data, perVoxel)).toBeLessThan(1e-4);
    expect(spectrum.radial.power.length).toBe(4);
  });

  test("voxels that are not cubes are refused", async () => {
    const crystal = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: [1, 1, 2] });
    await expect(powerSpectrum(crystal)).rejects.toThrow("three equal sizes");
  });
});
