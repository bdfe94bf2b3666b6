import { expect } from "vitest";
import { angleBetweenDeg } from "vitrine/math";
import type { Rotation } from "vitrine/math";

/**
 * What is left of an angle between equal rotations: a rounding of 1e-16 in an element is 1e-14 degrees, a few products
 * of matrices make it 1e-13.
 */
export const roundingDeg = 1e-12;

/** Two rotations are one, to rounding or to `withinDeg`. */
export function expectSameRotation(a: Rotation, b: Rotation, withinDeg: number = roundingDeg): void {
  expect(angleBetweenDeg(a, b)).toBeLessThan(withinDeg);
}

/** Every number is that of the other list, to `within`. */
export function expectClose(a: readonly number[], b: readonly number[], within: number = 1e-12): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, i) => expect(Math.abs(value - b[i]!)).toBeLessThan(within));
}
