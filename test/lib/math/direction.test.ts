import { expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  angleBetweenVectorsDeg,
  directionFromVector,
  projectionDirection,
  randomRotation,
  rotationFromEuler,
  vectorFromDirection,
} from "vitrine/math";
import { expectClose } from "./close.js";

test("there and back is the same direction, near the poles too", () => {
  for (const tiltDeg of [0, 1e-9, 0.01, 30, 90, 150, 179.999999999, 180]) {
    const rotDeg = tiltDeg === 0 ? 0 : 100;
    const back = directionFromVector(vectorFromDirection({ rotDeg, tiltDeg }));
    expect(Math.abs(back.tiltDeg - tiltDeg)).toBeLessThan(1e-12);
    if (tiltDeg < 180) expect(Math.abs(back.rotDeg - rotDeg)).toBeLessThan(1e-4); // its digits go with the sine of tilt
  }
});

test("it is the direction of projection of a view with these angles, whatever psi", () => {
  for (const psiDeg of [0, 77, -140]) {
    const view = rotationFromEuler({ rotDeg: 35, tiltDeg: 110, psiDeg });
    expectClose(projectionDirection(view), vectorFromDirection({ rotDeg: 35, tiltDeg: 110 }));
  }
});

test("the length of a vector does not matter", () => {
  expect(directionFromVector([0, 0, -1e-200])).toEqual({ rotDeg: 0, tiltDeg: 180 });
  expect(angleBetweenVectorsDeg([1e-9, 0, 0], [0, 1e9, 0])).toBe(90);
});

test("the angle between vectors keeps its digits near 0 and 180", () => {
  for (let i = 0; i < 20; i++) {
    const [a, b, c, d, e, f] = randomRotation(seeded(1).item(i));
    for (const deg of [0, 1e-7, 1, 90, 179.9999999, 180]) {
      const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
      const turned = [cos * a + sin * d, cos * b + sin * e, cos * c + sin * f] as const;
      expect(Math.abs(angleBetweenVectorsDeg([a, b, c], turned) - deg)).toBeLessThan(1e-13 * 360);
    }
  }
});

test("what has no direction is refused", () => {
  expect(() => directionFromVector([0, 0, 0])).toThrow("vector: got [0, 0, 0]");
  expect(() => angleBetweenVectorsDeg([1, 0, 0], [Number.NaN, 0, 0])).toThrow("b: got [NaN, 0, 0]");
  expect(() => vectorFromDirection({ rotDeg: Infinity, tiltDeg: 0 })).toThrow("rotDeg: got Infinity");
});
