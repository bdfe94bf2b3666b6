import { expect, test } from "vitest";
import {
  angleBetweenDeg,
  composed,
  identityRotation,
  randomRotation,
  rotated,
  transposed,
} from "vitrine/math";
import type { Rotation } from "vitrine/math";
import { seeded } from "vitrine/core";

const some = Array.from({ length: 20 }, (_, i) => randomRotation(seeded(5).item(i)));
const close = (a: readonly number[], b: readonly number[]): void =>
  a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 12));

test("the transposed rotation is the inverse", () => {
  for (const r of some) {
    close(composed(r, transposed(r)), identityRotation);
    close(rotated(transposed(r), rotated(r, [1, -2, 3])), [1, -2, 3]);
  }
});

test("a composition turns as its parts do, one after the other", () => {
  const [first, second] = [some[0]!, some[1]!];
  close(rotated(composed(second, first), [1, -2, 3]), rotated(second, rotated(first, [1, -2, 3])));
});

test("rows of the matrix come first: a quarter turn takes x to y", () => {
  const quarter: Rotation = [0, -1, 0, 1, 0, 0, 0, 0, 1];
  expect(rotated(quarter, [1, 0, 0])).toEqual([0, 1, 0]);
});

test("the angle between two rotations is that of the turn between them, at 0 and 180 too", () => {
  const turn = (deg: number): Rotation => {
    const [c, s] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
    return [1, 0, 0, 0, c, -s, 0, s, c];
  };
  for (const deg of [0, 1e-6, 1, 90, 179.999, 180]) {
    for (const r of some.slice(0, 3)) {
      // 1e-7 degrees: a rounding of 1e-16 in a cosine near 1 is an angle of 1e-8 radians
      expect(Math.abs(angleBetweenDeg(r, composed(turn(deg), r)) - deg)).toBeLessThan(1e-7);
    }
  }
});
