import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  composed,
  directionFromVector,
  fibonacciSphere,
  inAsymmetricUnit,
  pointGroup,
  projectionDirection,
  randomRotation,
  reduceDirection,
  reduceRotation,
  rotated,
  rotationFromEuler,
} from "vitrine/math";
import type { Vector3 } from "vitrine/math";
import { expectClose, expectSameRotation } from "../close.js";

const names = ["C1", "C5", "D1", "D2", "D7", "T", "O", "I1", "I2", "I3", "I4"];

describe.each(names)("the asymmetric unit of %s", (name) => {
  const group = pointGroup(name);

  test("every view that looks the same has the same representative", () => {
    for (let i = 0; i < 20; i++) {
      const view = randomRotation(seeded(2).item(i));
      const representative = reduceRotation(view, group);
      for (const turn of group.rotations) {
        expectSameRotation(reduceRotation(composed(view, turn), group), representative, 1e-10);
      }
      expectSameRotation(reduceRotation(representative, group), representative);
      expectClose(
        projectionDirection(representative),
        reduceDirection(projectionDirection(view), group),
        1e-12,
      );
    }
  });

  test("views along axes, and on edges, have one representative too", () => {
    const special: Vector3[] = [
      [0, 0, 1],
      [0, 0, -1],
      [1, 0, 0],
      [0, -1, 0],
      [1, 1, 1],
      [1, 1, 0],
      [-1, 0, 1],
    ];
    for (const direction of special) {
      const { rotDeg, tiltDeg } = directionFromVector(direction);
      const view = rotationFromEuler({ rotDeg, tiltDeg, psiDeg: 25 });
      for (const turn of group.rotations) {
        const same = composed(view, turn);
        expectSameRotation(reduceRotation(same, group), reduceRotation(view, group), 1e-6);
        expectClose(
          reduceDirection(projectionDirection(same), group),
          reduceDirection(direction, group),
          1e-8,
        );
      }
    }
  });

  test("each orbit has one member in it", () => {
    for (let i = 0; i < 50; i++) {
      const direction = projectionDirection(randomRotation(seeded(3).item(i)));
      const inside = group.rotations.filter((turn) => inAsymmetricUnit(rotated(turn, direction), group));
      expect(inside).toHaveLength(1);
      expect(inAsymmetricUnit(reduceDirection(direction, group), group)).toBe(true);
    }
  });

  test("it is one part in the order of the sphere", () => {
    const points = fibonacciSphere(30_000);
    const share = points.filter((point) => inAsymmetricUnit(point, group)).length / points.length;
    // the lattice counts an area to the points along its edge, a few hundred of 30 000
    expect(Math.abs(share * group.order - 1)).toBeLessThan(0.03);
  });
});

test("the units of cyclic and dihedral groups are a wedge and half of one about rot 0", () => {
  for (const direction of fibonacciSphere(2000)) {
    const { rotDeg, tiltDeg } = directionFromVector(direction);
    expect(inAsymmetricUnit(direction, pointGroup("C7"))).toBe(Math.abs(rotDeg) < 180 / 7);
    expect(inAsymmetricUnit(direction, pointGroup("D7"))).toBe(Math.abs(rotDeg) < 180 / 7 && tiltDeg < 90);
  }
});

test("on an edge the positive rot is in, its twin is not", () => {
  const at = (rotDeg: number): Vector3 =>
    projectionDirection(rotationFromEuler({ rotDeg, tiltDeg: 50, psiDeg: 0 }));
  expect(inAsymmetricUnit(at(60), pointGroup("C3"))).toBe(true);
  expect(inAsymmetricUnit(at(-60), pointGroup("C3"))).toBe(false);
});

test("what has no direction is refused", () => {
  expect(() => inAsymmetricUnit([0, 0, 0], pointGroup("C3"))).toThrow("direction: got [0, 0, 0]");
});
