import { expect, test } from "vitest";
import { fftFrequencies, frequencyGrid, rfftFrequencies } from "vitrine/fourier";

test.each([1, 2, 5, 8])("frequencies of %s samples, in the order of the transform", (n) => {
  const found = Array.from(fftFrequencies(n));
  for (const [index, f] of found.entries()) {
    expect(Math.abs(f)).toBeLessThanOrEqual(0.5);
    expect((((f * n) % n) + n) % n).toBeCloseTo(index, 12);
  }
  expect(Array.from(rfftFrequencies(n))).toEqual(
    Array.from({ length: Math.floor(n / 2) + 1 }, (_, index) => index / n),
  );
});

test("a grid tells each coefficient's place", () => {
  const shape = [3, 4, 5];
  const [x, y, z] = (["x", "y", "z"] as const).map((axis) => frequencyGrid(shape, axis));
  const radius = frequencyGrid(shape, "radius");
  const azimuth = frequencyGrid(shape, "azimuth");
  expect(radius.length).toBe(3 * 4 * 3);
  const at = (2 * 4 + 3) * 3 + 1; // z = -1/3, y = -1/4, x = 1/5
  expect([x![at], y![at], z![at]]).toEqual([1 / 5, -1 / 4, -1 / 3].map(Math.fround));
  for (let i = 0; i < radius.length; i++) {
    expect(radius[i]).toBeCloseTo(Math.hypot(x![i]!, y![i]!, z![i]!), 6);
    const inPlane = Math.hypot(x![i]!, y![i]!);
    expect(inPlane * Math.cos((azimuth[i]! * Math.PI) / 180)).toBeCloseTo(x![i]!, 6);
  }
});

test("sizes and axes that can't be are refused", () => {
  expect(() => fftFrequencies(0)).toThrow("size");
  expect(() => rfftFrequencies(2.5)).toThrow("size");
  expect(() => frequencyGrid([2, 2, 2, 2], "x")).toThrow("frequencyGrid");
});
