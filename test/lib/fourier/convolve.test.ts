import { describe, expect, test } from "vitest";
import { convolve, correlate, fourierShift } from "vitrine/fourier";
import { largestDifference, noise } from "./arrays.js";

/** Rounding of three transforms in double precision, for sums of up to 100 products of standard normal numbers. */
const rounding = 1e-11;

/** Sums over all elements, as the definitions say. */
function direct(a: Float64Array, b: Float64Array, [ny, nx]: readonly number[], sign: 1 | -1): Float64Array {
  const out = new Float64Array(a.length);
  const mod = (i: number, n: number): number => ((i % n) + n) % n;
  for (let sy = 0; sy < ny!; sy++)
    for (let sx = 0; sx < nx!; sx++)
      for (let y = 0; y < ny!; y++)
        for (let x = 0; x < nx!; x++) {
          const at =
            sign === 1
              ? mod(sy - y, ny!) * nx! + mod(sx - x, nx!)
              : mod(y - sy, ny!) * nx! + mod(x - sx, nx!);
          out[sy * nx! + sx]! += a[y * nx! + x]! * b[at]!;
        }
  return out;
}

describe.each([[[1, 1]], [[7, 9]], [[8, 6]], [[1, 13]]])("of %j", (shape) => {
  const count = shape[0]! * shape[1]!;
  const [a, b] = [noise(count, 1), noise(count, 2)];

  test("convolution is the sum that defines it", async () => {
    expect(largestDifference(await convolve(a, b, shape), direct(a, b, shape, 1))).toBeLessThan(rounding);
  });

  test("correlation is the sum that defines it", async () => {
    expect(largestDifference(await correlate(a, b, shape), direct(a, b, shape, -1))).toBeLessThan(rounding);
  });

  test("convolution with a point changes nothing, and commutes", async () => {
    const point = new Float64Array(count);
    point[0] = 1;
    expect(largestDifference(await convolve(a, point, shape), a)).toBeLessThan(rounding);
    expect(largestDifference(await convolve(a, b, shape), await convolve(b, a, shape))).toBeLessThan(
      rounding,
    );
  });

  test("correlation with itself is highest at no shift, where it is the energy", async () => {
    const own = await correlate(a, a, shape);
    expect(own[0]).toBeCloseTo(
      a.reduce((sum, value) => sum + value * value, 0),
      10,
    );
    expect(Math.max(...own)).toBeLessThanOrEqual(own[0]! + rounding);
  });
});

test("the peak tells how far the first is moved against the second, in single precision too", async () => {
  const shape = [61, 47];
  const b = Float32Array.from(noise(61 * 47, 5));
  const a = await fourierShift(b, shape, { x: -5, y: 11 });
  const likeness = await correlate(a, b, shape);
  expect(likeness).toBeInstanceOf(Float32Array);
  expect(likeness.indexOf(Math.max(...likeness))).toBe(11 * 47 + 47 - 5);
});

test("arrays that don't fill the shape are refused by name", async () => {
  await expect(convolve(new Float64Array(4), new Float64Array(3), [4])).rejects.toThrow(/^b: got 3/);
  await expect(correlate(new Float64Array(3), new Float64Array(4), [4])).rejects.toThrow(/^a: got 3/);
});
