import { expect, test } from "vitest";
import { angleBetweenDeg, identityRotation, randomRotation } from "vitrine/math";
import { seeded } from "vitrine/core";

const count = 20_000;
const drawn = Array.from({ length: count }, (_, i) => randomRotation(seeded(9).item(i)));

test("it is a rotation: determinant 1", () => {
  const [a, b, c, d, e, f, g, h, i] = drawn[0]!;
  expect(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)).toBeCloseTo(1, 12);
});

test("every element has mean 0 and variance 1/3, as in the uniform distribution", () => {
  for (let element = 0; element < 9; element++) {
    const values = drawn.map((rotation) => rotation[element]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const square = values.reduce((sum, value) => sum + value * value, 0) / count;
    // five standard errors; the element is uniform on [-1, 1], its square has variance 4 / 45
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 3 / count));
    expect(Math.abs(square - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / count));
  }
});

test("the angle of the turn is spread as (1 - cos t) / pi", () => {
  // the chance of a turn of at most 90 degrees is (pi / 2 - 1) / pi
  const share = drawn.filter((rotation) => angleBetweenDeg(identityRotation, rotation) <= 90).length / count;
  const expected = (Math.PI / 2 - 1) / Math.PI;
  expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / count));
});

test("the same seed gives the same rotation", () => {
  expect(randomRotation(seeded(4))).toEqual(randomRotation(seeded(4)));
  expect(randomRotation(seeded(4))).not.toEqual(randomRotation(seeded(5)));
});
