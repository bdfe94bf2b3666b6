import { describe, expect, test } from "vitest";
import {
  addWhiteNoise,
  blobProjection,
  fourierRingCorrelation,
  image,
  referenceCorrelation,
  simulateBlobs,
} from "vitrine";
import type { Image } from "vitrine";

const truth = blobProjection(simulateBlobs({ seed: 5 }));

async function averageOf(copies: readonly number[]): Promise<Image> {
  const sum = new Float64Array(truth.data.length);
  for (const seed of copies) {
    const { data } = await addWhiteNoise(truth, { snr: 0.1, seed });
    data.forEach((value, i) => (sum[i]! += value));
  }
  return { ...truth, data: Float32Array.from(sum, (value) => value / copies.length) };
}

describe("K1: the half sets predict the correlation with the truth", () => {
  // @figure K1 200 copies at SNR 0.1, half-set FRC .961/.945/.843/.407 at rings 3/6/9/12 predicts .990/.986/.957/.761, true .989/.987/.960/.734
  test("200 copies of a projection at SNR 0.1", async () => {
    const copies = Array.from({ length: 200 }, (_, i) => i);
    const [a, b] = [await averageOf(copies.slice(0, 100)), await averageOf(copies.slice(100))];
    const all: Image = { ...truth, data: a.data.map((value, i) => (value + b.data[i]!) / 2) };
    const halves = await fourierRingCorrelation({ a, b });
    const measured = await fourierRingCorrelation({ a: all, b: truth });
    const predicted = halves.correlation.map(referenceCorrelation);
    for (const shell of [3, 6, 9, 12]) {
      const f = halves.correlation[shell]!;
      const n = 2 * halves.coefficients[shell]!;
      // scatter of F for a fixed signal, (1 - F)² (1 + 2F - F²) / n, carried through sqrt(2F / (1 + F));
      // that of the correlation with the truth is (1 - C²)² / n at most
      const c = Math.max(predicted[shell]!, 0.2);
      const scatterOfF = Math.sqrt(((1 - f) ** 2 * (1 + 2 * f - f * f)) / n);
      const scatter = Math.hypot(scatterOfF / (c * (1 + f) ** 2), (1 - c * c) / Math.sqrt(n));
      expect(Math.abs(predicted[shell]! - measured.correlation[shell]!), `shell ${shell}`).toBeLessThan(
        4 * scatter,
      );
    }
    expect(halves.correlation[3]).toBeGreaterThan(0.9);
    expect(halves.correlation[12]).toBeLessThan(0.6);
  });
});

test("images need not be square", async () => {
  const data = Float32Array.from({ length: 6 * 9 }, (_, i) => Math.sin(i * i));
  const picture = image(data, { shape: [6, 9], pixelSizeA: 2 });
  const frc = await fourierRingCorrelation({ a: picture, b: picture });
  expect(frc.dimensions).toBe(2);
  expect(frc.boxSizePx).toBe(9);
  frc.correlation.forEach((value) => expect(value).toBeCloseTo(1, 12));
});
