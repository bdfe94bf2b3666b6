import { expect, test } from "vitest";
import { bFactorGain } from "vitrine/fourier";

test("exp(-B s² / 4) with s in 1/Å", () => {
  // 4 Å at 2 Å per pixel is half a cycle per pixel: s² / 4 = 1 / 64
  expect(bFactorGain(64, 2)(0.5)).toBeCloseTo(Math.exp(-1), 15);
  expect(bFactorGain(-64, 2)(0.5)).toBeCloseTo(Math.E, 14);
  expect(bFactorGain(100, 1.3)(0)).toBe(1);
});
