import { expect, test } from "vitest";
import { addWhiteNoise, blobProjection, image, simulateBlobs, statistics } from "vitrine";

const picture = image(
  Float32Array.from({ length: 251 * 199 }, (_, i) => Math.sin(i / 7)),
  {
    shape: [199, 251],
    pixelSizeA: 1,
  },
);
const noiseIn = (noisy: Float32Array, clean: Float32Array) => noisy.map((value, i) => value - clean[i]!);
/** Four standard errors of a variance over 50 000 normal numbers: 4 sqrt(2 / n). */
const varianceError = 0.026;

test.each([0.1, 1, 10])("snr %d is the ratio of variances", async (snr) => {
  const noise = noiseIn((await addWhiteNoise(picture, { snr, seed: 5 })).data, picture.data);
  const wanted = statistics(picture.data).sd ** 2 / snr;
  expect(Math.abs(statistics(noise).sd ** 2 / wanted - 1)).toBeLessThan(varianceError);
});

test("sigma is the noise's standard deviation, its mean is 0 and neighbours don't know of one another", async () => {
  const noise = noiseIn((await addWhiteNoise(picture, { sigma: 2, seed: 6 })).data, picture.data);
  const { sd, mean, count } = statistics(noise);
  expect(Math.abs((sd / 2) ** 2 - 1)).toBeLessThan(varianceError);
  expect(Math.abs(mean)).toBeLessThan((4 * 2) / Math.sqrt(count));
  const lag = noise.slice(1).reduce((total, value, i) => total + value * noise[i]!, 0) / (count * sd * sd);
  expect(Math.abs(lag)).toBeLessThan(4 / Math.sqrt(count));
});

test("the same seed gives the same noise, another seed other noise, and the input stays as it is", async () => {
  const before = picture.data.slice();
  const [a, b, c] = [
    await addWhiteNoise(picture, { sigma: 1, seed: 1 }),
    await addWhiteNoise(picture, { sigma: 1, seed: 1 }),
    await addWhiteNoise(picture, { sigma: 1, seed: 2 }),
  ];
  expect(a.data).toEqual(b.data);
  expect(a.data).not.toEqual(c.data);
  expect(picture.data).toEqual(before);
  expect(a.kind).toBe("image");
});

test("refuses a level that says nothing", async () => {
  const clean = blobProjection(simulateBlobs({ seed: 1 }));
  const flat = image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 1 });
  await expect(addWhiteNoise(clean, { snr: 0, seed: 1 })).rejects.toThrow(/snr: got 0/);
  await expect(addWhiteNoise(clean, { sigma: -1, seed: 1 })).rejects.toThrow(/sigma: got -1/);
  await expect(addWhiteNoise(clean, { seed: 1 } as never)).rejects.toThrow(/neither sigma nor snr/);
  await expect(addWhiteNoise(clean, { sigma: 1, snr: 1, seed: 1 } as never)).rejects.toThrow(
    /both sigma and snr/,
  );
  await expect(addWhiteNoise(flat, { snr: 1, seed: 1 })).rejects.toThrow(/signal: got 0/);
});

test("stops when asked", async () => {
  await expect(
    addWhiteNoise(picture, { sigma: 1, seed: 1, signal: AbortSignal.abort(new Error("stopped")) }),
  ).rejects.toThrow("stopped");
});
