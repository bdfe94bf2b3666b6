import { expect, test } from "vitest";
import { complexSpectrum, halfShape, halfSpectrum, halfWidth } from "vitrine/fourier";

test("the half of an axis holds zero frequency and Nyquist", () => {
  expect([1, 2, 7, 8].map(halfWidth)).toEqual([1, 2, 4, 5]);
  expect(halfShape([5, 6, 7])).toEqual([5, 6, 4]);
});

test("the array is taken, not copied, and must fill the shape", () => {
  const data = new Float64Array(2 * 5 * 4);
  expect(halfSpectrum(data, [5, 7]).data).toBe(data);
  expect(complexSpectrum(data, [5, 4]).data).toBe(data);
  expect(() => halfSpectrum(data, [5, 8])).toThrow("wanted 50");
  expect(() => complexSpectrum(data, [5, 5])).toThrow("wanted 50");
});

test("one to three axes, none of them empty", () => {
  expect(() => halfSpectrum(new Float32Array(2), [])).toThrow("0 axes, wanted 1, 2 or 3");
  expect(() => halfSpectrum(new Float32Array(0), [0])).toThrow("whole number of at least 1");
  expect(() => complexSpectrum(new Float32Array(2), [1, 1, 1, 1])).toThrow("4 axes");
});
