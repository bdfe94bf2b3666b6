import { expect, test } from "vitest";
import { angleBetweenDeg, identityRotation, rotated, rotationAbout } from "vitrine/math";
import { expectClose } from "./close.js";

test("right-hand rule: about x a quarter turn takes y to z, about y it takes z to x", () => {
  expectClose(rotated(rotationAbout([2, 0, 0], 90), [0, 1, 0]), [0, 0, 1]);
  expectClose(rotated(rotationAbout([0, 0.1, 0], 90), [0, 0, 1]), [1, 0, 0]);
});

test("the axis stays and the angle is that asked for", () => {
  const axis = [1, -2, 0.5] as const;
  for (const deg of [0, 1, 120, 180]) {
    expectClose(rotated(rotationAbout(axis, deg), axis), axis);
    expect(angleBetweenDeg(identityRotation, rotationAbout(axis, deg))).toBeCloseTo(deg, 10);
  }
});

test("no turn about nothing, nor by nothing finite", () => {
  expect(() => rotationAbout([0, 0, 0], 10)).toThrow("axis: got [0, 0, 0]");
  expect(() => rotationAbout([0, 0, 1], Number.NaN)).toThrow("angleDeg: got NaN");
});
