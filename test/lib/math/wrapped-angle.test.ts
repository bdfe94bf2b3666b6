import { expect, test } from "vitest";
import { wrappedDeg } from "../../../lib/src/math/wrapped-angle.js";

test.each([
  [0, 0],
  [180, 180],
  [-180, 180],
  [181, -179],
  [-181, 179],
  [540, 180],
  [-540, 180],
  [725, 5],
  [-725, -5],
])("%i is the angle %i", (given, wrapped) => {
  expect(wrappedDeg(given)).toBe(wrapped);
});
