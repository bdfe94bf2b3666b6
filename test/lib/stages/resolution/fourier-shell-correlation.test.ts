import { describe, expect, test } from "vitest";
import {
  applyMask,
  blobVolume,
  fourierShellCorrelation,
  simulateBlobs,
  simulateHalfMaps,
  softMask,
  volume,
} from "vitrine";
import { largestDifference, singleNoise } from "../../fourier/arrays.js";

const n = 24;
const map = volume(singleNoise(n ** 3), { shape: [n, n, n], voxelSizeA: 1.5 });

describe("K1: Fourier shell correlation of maps", () => {
  test("identical maps correlate to 1 in every shell, and the shells are where they should be", async () => {
    const fsc = await fourierShellCorrelation({ a: map, b: map });
    expect(
      largestDifference(
        fsc.correlation,
        fsc.correlation.map(() => 1),
      ),
    ).toBeLessThan(1e-12);
    expect(fsc.dimensions).toBe(3);
    expect(fsc.correlation.length).toBe(13);
    expect(fsc.spatialFrequencyInvA[12]).toBeCloseTo(1 / 3, 12);
    // mates once: half of 1, of 6 + 12 at radius 1 and sqrt(2), and of 8 + 6 + 24 + 24 at sqrt(3), 2, sqrt(5) and sqrt(6)
    expect(Array.from(fsc.coefficients.slice(0, 3))).toEqual([0.5, 9, 31]);
  });

  test("half maps correlate from 1 down to chance", async () => {
    const { correlation, coefficients } = await fourierShellCorrelation(
      await simulateHalfMaps(blobVolume(simulateBlobs({ seed: 2 })), { snr: 1, seed: 3 }),
    );
    expect(correlation[2]).toBeGreaterThan(0.99);
    // at Nyquist the phantom is far below the noise: chance is 1 / sqrt(2 * coefficients)
    expect(Math.abs(correlation[24]!)).toBeLessThan(5 / Math.sqrt(2 * coefficients[24]!));
  });

  test("a mask is multiplied into both maps", async () => {
    const other = volume(singleNoise(n ** 3, 2), { shape: [n, n, n], voxelSizeA: 1.5 });
    const mask = softMask(map, { radiusA: 10, edgeA: 6 });
    const asOption = await fourierShellCorrelation({ a: map, b: other }, { mask });
    const byHand = await fourierShellCorrelation({ a: applyMask(map, mask), b: applyMask(other, mask) });
    expect(asOption.correlation).toEqual(byHand.correlation);
  });

  test("maps that can't be compared are refused", async () => {
    const small = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1.5 });
    await expect(fourierShellCorrelation({ a: map, b: small })).rejects.toThrow("[2, 2, 2]");
    const finer = volume(map.data, { shape: map.shape, voxelSizeA: 1 });
    await expect(fourierShellCorrelation({ a: map, b: finer })).rejects.toThrow("1.5 and 1 Å");
    const crystal = volume(map.data, { shape: map.shape, voxelSizeA: [1, 1, 2] });
    await expect(fourierShellCorrelation({ a: crystal, b: crystal })).rejects.toThrow("voxel sizes");
  });
});
