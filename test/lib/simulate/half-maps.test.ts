import { expect, test } from "vitest";
import { blobVolume, simulateBlobs, simulateHalfMaps, statistics } from "vitrine";

/** Four standard errors of a variance over 48³ normal numbers: 4 sqrt(2 / n) = 0.017, rounded up. */
const varianceError = 0.02;
const noiseIn = (noisy: Float32Array, clean: Float32Array) => noisy.map((value, i) => value - clean[i]!);

test("two half maps share the signal and nothing else", async () => {
  const truth = blobVolume(simulateBlobs({ seed: 1 }));
  const { a, b } = await simulateHalfMaps(truth, { snr: 0.5, seed: 9 });
  const [na, nb] = [noiseIn(a.data, truth.data), noiseIn(b.data, truth.data)];
  const wanted = statistics(truth.data).sd ** 2 / 0.5;
  expect(Math.abs(statistics(na).sd ** 2 / wanted - 1)).toBeLessThan(varianceError);
  expect(Math.abs(statistics(nb).sd ** 2 / wanted - 1)).toBeLessThan(varianceError);
  const cross = na.reduce((total, value, i) => total + value * nb[i]!, 0) / (na.length * wanted);
  expect(Math.abs(cross)).toBeLessThan(4 / Math.sqrt(na.length));
  expect(a.voxelSizeA).toBe(truth.voxelSizeA);
});
