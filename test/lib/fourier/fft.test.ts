import { describe, expect, test } from "vitest";
import { fft } from "vitrine/fourier";
import golden from "../../golden/fourier/transforms.json" with { type: "json" };
import { noise, relativeError } from "./arrays.js";

/** Rounding of double precision grows with the logarithm of the size; a hundred times the spacing of doubles is ample. */
const double = 2e-14;
const single = 3e-7;

const interleave = (re: readonly number[], im: readonly number[]): number[] =>
  re.flatMap((value, i) => [value, im[i]!]);

/** The definition, term by term. */
function byDefinition(data: Float64Array, n: number): Float64Array {
  const out = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n;
      out[2 * k]! += data[2 * j]! * Math.cos(angle) - data[2 * j + 1]! * Math.sin(angle);
      out[2 * k + 1]! += data[2 * j]! * Math.sin(angle) + data[2 * j + 1]! * Math.cos(angle);
    }
  }
  return out;
}

describe("A16: Fourier transform of complex data", () => {
  test.each(golden.cases.map((entry) => [entry.shape.join(" x "), entry] as const))(
    "numpy's numbers, %s",
    async (_, { shape, re, im, complex }) => {
      const data = interleave(re, im);
      expect(relativeError((await fft(Float64Array.from(data), shape)).data, complex)).toBeLessThan(double);
      expect(relativeError((await fft(Float32Array.from(data), shape)).data, complex)).toBeLessThan(single);
    },
  );

  test("is its definition at every size from 1 to 140", async () => {
    for (let n = 1; n <= 140; n++) {
      const data = noise(2 * n, n);
      expect(relativeError((await fft(data, [n])).data, byDefinition(data, n)), `size ${n}`).toBeLessThan(
        double,
      );
    }
  });

  test("shapes that don't fit are refused", async () => {
    await expect(fft(new Float32Array(7), [4])).rejects.toThrow("wanted 8: real and imaginary parts of [4]");
  });
});
