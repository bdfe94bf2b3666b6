import { describe, expect, test } from "vitest";
import { filterArray, rfft, scaleByFrequency } from "vitrine/fourier";
import { countOf, largestDifference, noise, shapes } from "./arrays.js";

/** A wave of `cycles` per axis over `[ny, nx]`. */
const wave = (ny: number, nx: number, cycles: readonly [number, number]): Float64Array =>
  Float64Array.from({ length: ny * nx }, (_, i) =>
    Math.cos(2 * Math.PI * ((cycles[0] * Math.floor(i / nx)) / ny + (cycles[1] * (i % nx)) / nx)),
  );

describe("A17: multiplication by a gain of the frequency's length", () => {
  test.each(shapes.map((shape) => [shape.join(" x "), shape] as const))(
    "a gain of 1 changes nothing, %s",
    async (_, shape) => {
      const data = noise(countOf(shape));
      expect(largestDifference(await filterArray(data, shape, () => 1), data)).toBeLessThan(1e-12);
    },
  );

  test("a wave is multiplied by the gain at its cycles per pixel, also where sides differ", async () => {
    const gain = (f: number): number => 1 + 3 * f;
    for (const [ny, nx, cy, cx] of [
      [16, 16, 3, 4],
      [12, 20, 2, 5],
      [9, 15, -3, 5],
    ] as const) {
      const data = wave(ny, nx, [cy, cx]);
      const factor = gain(Math.hypot(cy / ny, cx / nx));
      const expected = data.map((value) => factor * value);
      expect(largestDifference(await filterArray(data, [ny, nx], gain), expected)).toBeLessThan(1e-12);
    }
  });

  test("the spectrum given is not written to", async () => {
    const spectrum = await rfft(noise(90), [9, 10]);
    const before = spectrum.data.slice();
    const scaled = await scaleByFrequency(spectrum, () => 2);
    expect(spectrum.data).toEqual(before);
    expect(scaled.data).toEqual(before.map((value) => 2 * value));
  });
});
