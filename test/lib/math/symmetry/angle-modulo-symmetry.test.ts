import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  angleBetweenDeg,
  angleModuloSymmetryDeg,
  composed,
  directionModuloSymmetryDeg,
  pointGroup,
  projectionDirection,
  randomRotation,
  randomTurn,
  rotated,
  transposed,
} from "vitrine/math";
import { golden } from "./relion-symmetry.js";

describe.each(["C1", "C4", "D3", "T", "O", "I2", "I3"])("angles modulo %s", (name) => {
  const group = pointGroup(name);
  const view = (i: number) => randomRotation(seeded(4).item(i));

  test("views that look the same are at no distance", () => {
    for (const turn of group.rotations) {
      expect(angleModuloSymmetryDeg(composed(view(0), turn), view(0), group)).toBeLessThan(1e-12);
    }
  });

  test("a small turn of the image is found behind every turn of the molecule", () => {
    // the smallest turn of these groups is by 72 degrees, so that half of it is never passed
    const moved = composed(randomTurn(seeded(1), { largestDeg: 30 }), view(1));
    for (const turn of group.rotations) {
      expect(angleModuloSymmetryDeg(composed(moved, turn), view(1), group)).toBeCloseTo(
        angleBetweenDeg(moved, view(1)),
        9,
      );
    }
  });

  test("it is symmetric, no larger than the plain angle, and keeps the triangle", () => {
    for (let i = 0; i < 10; i++) {
      const [a, b, c] = [view(3 * i), view(3 * i + 1), view(3 * i + 2)];
      const ab = angleModuloSymmetryDeg(a, b, group);
      expect(ab).toBeCloseTo(angleModuloSymmetryDeg(b, a, group), 9);
      expect(ab).toBeLessThanOrEqual(angleBetweenDeg(a, b) + 1e-9);
      expect(ab).toBeLessThanOrEqual(
        angleModuloSymmetryDeg(a, c, group) + angleModuloSymmetryDeg(c, b, group) + 1e-9,
      );
    }
  });

  test("directions are never further apart than their views", () => {
    for (let i = 0; i < 10; i++) {
      const [a, b] = [view(2 * i), view(2 * i + 1)];
      const apart = directionModuloSymmetryDeg(projectionDirection(a), projectionDirection(b), group);
      expect(apart).toBeLessThanOrEqual(angleModuloSymmetryDeg(a, b, group) + 1e-9);
    }
  });

  test("directions that look the same are at no distance", () => {
    for (const turn of group.rotations) {
      const direction = projectionDirection(view(5));
      expect(directionModuloSymmetryDeg(rotated(transposed(turn), direction), direction, group)).toBeLessThan(
        1e-12,
      );
    }
  });
});

test.each(Object.keys(golden.groups))(
  "views that RELION holds for equal under %s are at no distance",
  (name) => {
    golden.views.forEach((view, i) => {
      for (const other of golden.groups[name]!.equal[i]!) {
        // operators of a polyhedron are good to 1e-5 there
        expect(angleModuloSymmetryDeg(view, other, pointGroup(name))).toBeLessThan(2e-3);
      }
    });
  },
);
