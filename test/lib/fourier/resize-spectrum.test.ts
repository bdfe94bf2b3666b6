import { describe, expect, test } from "vitest";
import { resampleByFourier, resizeSpectrum, rfft } from "vitrine/fourier";
import { largestDifference, noise } from "./arrays.js";

/** Rounding of double precision over two pairs of transforms. */
const rounding = 1e-12;

describe.each([
  [[5], [9]],
  [[6], [9]],
  [[6], [10]],
  [[7], [8]],
  [
    [4, 6],
    [7, 8],
  ],
  [
    [3, 4, 5],
    [6, 5, 8],
  ],
])("%j to %j samples", (few, many) => {
  const data = noise(
    few.reduce((product, size) => product * size, 1),
    1,
  );

  test("and back is the same", async () => {
    const back = await resampleByFourier(await resampleByFourier(data, few, many), many, few);
    expect(largestDifference(back, data)).toBeLessThan(rounding);
  });

  test("keeps the mean", async () => {
    const mean = (a: Float64Array): number => a.reduce((sum, value) => sum + value, 0) / a.length;
    expect(mean(await resampleByFourier(data, few, many))).toBeCloseTo(mean(data), 12);
  });
});

test("twice as many samples keep every second one, Nyquist wave included", async () => {
  const data = noise(6 * 10, 4);
  const fine = await resampleByFourier(data, [6, 10], [12, 20]);
  const kept = Float64Array.from(data, (_, i) => fine[2 * Math.floor(i / 10) * 20 + 2 * (i % 10)]!);
  expect(largestDifference(kept, data)).toBeLessThan(rounding);
});

test("a band-limited wave has its own values on any samples", async () => {
  const wave = (at: number): number => 0.5 + Math.cos(2 * Math.PI * 3 * at + 1);
  const of = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => wave(i / n));
  for (const [n, m] of [
    [20, 31],
    [31, 20],
    [53, 8],
    [7, 7],
  ] as const) {
    expect(largestDifference(await resampleByFourier(of(n), [n], [m]), of(m))).toBeLessThan(rounding);
  }
});

test("batches are kept apart", async () => {
  const data = noise(2 * 15, 2);
  const both = resizeSpectrum(await rfft(data, [3, 5], { batch: 2 }), [5, 4]);
  const second = resizeSpectrum(await rfft(data.slice(15), [3, 5]), [5, 4]);
  expect(both.batch).toBe(2);
  expect(largestDifference(both.data.slice(both.data.length / 2), second.data)).toBeLessThan(rounding);
});

test("another number of axes is refused", async () => {
  const spectrum = await rfft(new Float32Array(4), [4]);
  expect(() => resizeSpectrum(spectrum, [2, 2])).toThrow("resizeSpectrum: got 2 axes, wanted 1");
});
