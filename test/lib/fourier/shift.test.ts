import { describe, expect, test } from "vitest";
import { fourierShift, rfft, shiftSpectrum } from "vitrine/fourier";
import { largestDifference, noise } from "./arrays.js";

/** Rounding of double precision over a forward and an inverse transform of standard normal numbers. */
const rounding = 1e-12;

/** Data moved by whole pixels, around the edges. */
function rolled(data: Float64Array, [nz, ny, nx]: readonly number[], by: readonly number[]): Float64Array {
  const out = new Float64Array(data.length);
  const place = (index: number, shift: number, size: number): number =>
    (((index + shift) % size) + size) % size;
  for (let z = 0; z < nz!; z++)
    for (let y = 0; y < ny!; y++)
      for (let x = 0; x < nx!; x++)
        out[(place(z, by[0]!, nz!) * ny! + place(y, by[1]!, ny!)) * nx! + place(x, by[2]!, nx!)] =
          data[(z * ny! + y) * nx! + x]!;
  return out;
}

describe.each([[[4, 6, 8]], [[3, 5, 7]], [[1, 2, 9]], [[1, 1, 1]]])("of %j", (shape) => {
  const data = noise(shape[0]! * shape[1]! * shape[2]!, 1);

  test("by whole pixels is a roll, however far", async () => {
    const moved = await fourierShift(data, shape, { x: 2, y: -1, z: 1003 });
    expect(largestDifference(moved, rolled(data, shape, [1003, -1, 2]))).toBeLessThan(rounding);
  });

  test("there and back, by fractions, changes nothing but the Nyquist waves of even axes", async () => {
    const there = await fourierShift(data, shape, { x: 0.3, y: -1.7, z: 0.45 });
    const back = await fourierShift(there, shape, { x: -0.3, y: 1.7, z: -0.45 });
    const odd = shape.every((size) => size % 2 === 1);
    if (odd) expect(largestDifference(back, data)).toBeLessThan(rounding);
    // what is left is damped by the square of cos(pi s), never made larger
    else expect(energy(back)).toBeLessThanOrEqual(energy(data) + rounding);
  });

  test("is the adjoint of the opposite shift", async () => {
    const other = noise(data.length, 2);
    const shiftPx = { x: 0.37, y: 1.21, z: -0.6 };
    const opposite = { x: -0.37, y: -1.21, z: 0.6 };
    const left = dot(await fourierShift(data, shape, shiftPx), other);
    const right = dot(data, await fourierShift(other, shape, opposite));
    expect(Math.abs(left - right)).toBeLessThan(rounding * data.length);
  });
});

test("a wave moves by its phase, between the samples too", async () => {
  const n = 45;
  const wave = (at: number): number => Math.cos((2 * Math.PI * 7 * at) / n + 0.4);
  const data = Float64Array.from({ length: n }, (_, x) => wave(x));
  const moved = await fourierShift(data, [n], { x: 3.25 });
  expect(
    largestDifference(
      moved,
      Float64Array.from({ length: n }, (_, x) => wave(x - 3.25)),
    ),
  ).toBeLessThan(rounding);
});

test("every item of a batch moves, and the spectrum given is left alone", async () => {
  const data = noise(3 * 20, 3);
  const spectrum = await rfft(data, [4, 5], { batch: 3 });
  const before = spectrum.data.slice();
  const moved = await shiftSpectrum(spectrum, { x: 1.5, y: 2 });
  expect(spectrum.data).toEqual(before);
  for (let item = 0; item < 3; item++) {
    const alone = await shiftSpectrum(await rfft(data.slice(20 * item, 20 * item + 20), [4, 5]), {
      x: 1.5,
      y: 2,
    });
    expect(moved.data.slice(24 * item, 24 * item + 24)).toEqual(alone.data);
  }
});

test("a shift that is not a number is refused", async () => {
  await expect(fourierShift(new Float64Array(4), [4], { x: Number.NaN })).rejects.toThrow("shiftPx.x");
});

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function energy(a: Float64Array): number {
  return dot(a, a);
}
