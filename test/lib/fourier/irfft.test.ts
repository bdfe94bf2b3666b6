import { describe, expect, test } from "vitest";
import { halfSpectrum, irfft, rfft } from "vitrine/fourier";
import { countOf, largestDifference, noise, shapes, singleNoise } from "./arrays.js";

/** The round trip of row A16, on standard normal numbers. */
const roundTrip = 1e-12;
/** Single-precision storage of numbers up to 5: a few roundings of 3e-7. */
const single = 3e-6;

// @figure A16 round trip 3e-15 in double precision over 18 shapes, sizes 1 and primes included
describe("A16: inverse transform to real data", () => {
  test.each(shapes.map((shape) => [shape.join(" x "), shape] as const))(
    "undoes the forward one, %s",
    async (_, shape) => {
      const data = noise(countOf(shape));
      expect(largestDifference(await irfft(await rfft(data, shape)), data)).toBeLessThan(roundTrip);
      const float = singleNoise(countOf(shape));
      const back = await irfft(await rfft(float, shape));
      expect(back).toBeInstanceOf(Float32Array);
      expect(largestDifference(back, float)).toBeLessThan(single);
    },
  );

  test("Parseval: the power of the spectrum, mates counted, is N times that of the data", async () => {
    const data = noise(13 * 10);
    const spectrum = await rfft(data, [13, 10]);
    let power = 0;
    for (let i = 0; i < spectrum.data.length; i++) {
      const column = (i >> 1) % 6;
      power += (column === 0 || column === 5 ? 1 : 2) * spectrum.data[i]! ** 2;
    }
    const own = data.reduce((sum, value) => sum + value * value, 0);
    expect(power / (data.length * own)).toBeCloseTo(1, 13);
  });

  test("it does not write to the spectrum", async () => {
    const spectrum = await rfft(noise(210), [5, 6, 7]);
    const before = spectrum.data.slice();
    await irfft(spectrum);
    expect(spectrum.data).toEqual(before);
  });

  test("what no real data can have is dropped", async () => {
    const spectrum = halfSpectrum(Float64Array.of(2, 7, 0, 0, 4, 9), [4]);
    expect(Array.from(await irfft(spectrum))).toEqual([1.5, -0.5, 1.5, -0.5]);
    const rows = halfSpectrum(Float64Array.of(2, 7, 0, 0, 2, 5, 0, 0), [2, 2]);
    expect(Array.from(await irfft(rows))).toEqual([1, 1, 0, 0]);
  });
});
