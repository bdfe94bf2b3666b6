import { describe, expect, test } from "vitest";
import { complexSpectrum, fft, ifft } from "vitrine/fourier";
import { countOf, largestDifference, noise, shapes } from "./arrays.js";

/** The round trip of row A16, on standard normal numbers. */
const roundTrip = 1e-12;

describe("A16: inverse transform of complex data", () => {
  test.each(shapes.map((shape) => [shape.join(" x "), shape] as const))(
    "undoes the forward one, %s",
    async (_, shape) => {
      const data = noise(2 * countOf(shape));
      expect(largestDifference(await ifft(await fft(data, shape)), data)).toBeLessThan(roundTrip);
    },
  );

  test("one coefficient is one wave", async () => {
    const n = 12;
    const spectrum = new Float64Array(2 * n);
    spectrum[2 * 5] = n;
    const wave = await ifft(complexSpectrum(spectrum, [n]));
    const expected = Array.from({ length: n }, (_, j) => [
      Math.cos((2 * Math.PI * 5 * j) / n),
      Math.sin((2 * Math.PI * 5 * j) / n),
    ]).flat();
    expect(largestDifference(wave, expected)).toBeLessThan(1e-14);
  });
});
