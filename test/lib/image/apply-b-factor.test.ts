import { expect, test } from "vitest";
import { applyBFactor, statistics, volume } from "vitrine";
import { largestDifference, singleNoise } from "../fourier/arrays.js";

const n = 16;
const map = (data: Float32Array) => volume(data, { shape: [n, n, n], voxelSizeA: 2 });

test("a wave of length d is multiplied by exp(-B / 4 d²)", async () => {
  const wave = Float32Array.from({ length: n ** 3 }, (_, i) => Math.cos((2 * Math.PI * 4 * (i % n)) / n));
  // 4 waves in 16 voxels of 2 Å: d = 8 Å
  const blurred = await applyBFactor(map(wave), { bFactorA2: 100 });
  expect(statistics(blurred.data).max).toBeCloseTo(Math.exp(-100 / (4 * 64)), 5);
});

test("B and -B undo each other; the mean stays", async () => {
  const noise = map(singleNoise(n ** 3));
  const back = await applyBFactor(await applyBFactor(noise, { bFactorA2: -80 }), { bFactorA2: 80 });
  // single precision, and a factor of up to exp(80 * 3 / 64) in the corners of the transform in between
  expect(largestDifference(back.data, noise.data)).toBeLessThan(1e-4);
  const sharp = await applyBFactor(noise, { bFactorA2: -80 });
  expect(statistics(sharp.data).mean).toBeCloseTo(statistics(noise.data).mean, 5);
});

test("B must be finite", async () => {
  await expect(applyBFactor(map(new Float32Array(n ** 3)), { bFactorA2: Number.NaN })).rejects.toThrow(
    "bFactorA2: got NaN",
  );
});
