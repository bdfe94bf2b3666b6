import { describe, expect, test } from "vitest";
import { angleBetweenDeg, composed, identityRotation, pointGroup, rotated, transposed } from "vitrine/math";
import type { Rotation, Vector3 } from "vitrine/math";
import { generatorsOf } from "../../../../lib/src/math/symmetry/generators.js";
import { golden } from "./relion-symmetry.js";
import { expectSameRotation } from "../close.js";

const groups: readonly (readonly [string, number])[] = [
  ["C1", 1],
  ["C2", 2],
  ["C13", 13],
  ["C999", 999],
  ["D1", 2],
  ["D2", 4],
  ["D7", 14],
  ["T", 12],
  ["O", 24],
  ["I1", 60],
  ["I2", 60],
  ["I3", 60],
  ["I4", 60],
];
const small = groups.filter(([name]) => name !== "C999");

/** How many rotations of a group leave a vector where it is. */
function foldAbout(name: string, axis: Vector3): number {
  const kept = (turn: Rotation): boolean =>
    rotated(turn, axis).every((part, i) => Math.abs(part - axis[i]!) < 1e-9);
  return pointGroup(name).rotations.filter(kept).length;
}

describe.each(groups)("%s", (name, order) => {
  const { rotations, ...group } = pointGroup(name);

  test(`has ${order} rotations, the identity first`, () => {
    expect(group).toEqual({ kind: "point-group", name, order });
    expect(rotations).toHaveLength(order);
    expect(rotations[0]).toBe(identityRotation);
  });
});

describe.each(small)("%s", (name) => {
  const { rotations } = pointGroup(name);
  const holds = (rotation: Rotation): boolean =>
    rotations.some((known) => angleBetweenDeg(known, rotation) < 1e-9);

  test("is closed, and holds every inverse", () => {
    for (const a of rotations) {
      expect(holds(transposed(a))).toBe(true);
      for (const b of rotations) expect(holds(composed(a, b))).toBe(true);
    }
  });

  test("has rotations that are ones, all different", () => {
    rotations.forEach((a, i) => {
      expectSameRotation(composed(a, transposed(a)), identityRotation);
      for (const b of rotations.slice(i + 1)) expect(angleBetweenDeg(a, b)).toBeGreaterThan(20);
    });
  });
});

describe.each(Object.entries(golden.groups))("%s of RELION 3.1.3", (name, { operators, equal }) => {
  const { rotations } = pointGroup(name);
  // printed with five digits
  const printedDeg = 2e-3;

  test("has the same operators", () => {
    expect(operators).toHaveLength(rotations.length);
    for (const printed of operators) {
      const near = rotations.filter((rotation) => angleBetweenDeg(rotation, printed) < printedDeg);
      expect(near).toHaveLength(1);
    }
  });

  test("takes the same views for equal", () => {
    golden.views.forEach((view, i) => {
      const ours = rotations.map((turn) => composed(view, turn));
      expect(equal[i]).toHaveLength(ours.length);
      for (const other of equal[i]!) {
        // that program's operators of a polyhedron are good to 1e-5 or so
        expect(ours.filter((rotation) => angleBetweenDeg(rotation, other) < printedDeg)).toHaveLength(1);
      }
    });
  });
});

test("axes stand where the table says", () => {
  const ratio = (1 + Math.sqrt(5)) / 2;
  expect(foldAbout("C7", [0, 0, 1])).toBe(7);
  expect([foldAbout("D7", [0, 0, 1]), foldAbout("D7", [1, 0, 0])]).toEqual([7, 2]);
  expect([foldAbout("T", [0, 0, 1]), foldAbout("T", [0, Math.SQRT2, 1])]).toEqual([3, 2]);
  expect([foldAbout("O", [0, 0, 1]), foldAbout("O", [1, 1, 1]), foldAbout("O", [1, 1, 0])]).toEqual([
    4, 3, 2,
  ]);
  expect([foldAbout("I1", [0, 0, 1]), foldAbout("I1", [ratio, 0, -1])]).toEqual([2, 5]);
  expect([foldAbout("I2", [0, 0, 1]), foldAbout("I2", [1, 0, ratio])]).toEqual([2, 5]);
  expect([foldAbout("I3", [0, 0, 1]), foldAbout("I3", [-1, 0, ratio])]).toEqual([5, 2]);
  expect([foldAbout("I4", [0, 0, 1]), foldAbout("I4", [1, 0, ratio])]).toEqual([5, 2]);
});

test.each(["I1", "I2", "I3", "I4"])("%s has 6 axes of five, 10 of three and 15 of two", (name) => {
  const angles = pointGroup(name).rotations.map((turn) =>
    Math.round(angleBetweenDeg(identityRotation, turn)),
  );
  const count = (deg: number): number => angles.filter((angle) => angle === deg).length;
  expect([count(72) + count(144), count(120), count(180)]).toEqual([24, 20, 15]);
});

test("one turn makes a cyclic group, two or three the others", () => {
  expect(["C5", "D5", "T", "O", "I1", "I3"].map((name) => generatorsOf(name).turns.length)).toEqual([
    1, 2, 2, 2, 3, 2,
  ]);
});

test("names are read in capitals or not, and I is I2", () => {
  expect(pointGroup("d3").name).toBe("D3");
  expect(pointGroup("i")).toEqual(pointGroup("I2"));
});

test.each(["", "C", "C0", "C01", "C-2", "C1000", "D0", "T2", "I5", "Q3", "C 4", " C4"])(
  "%j is no group",
  (name) => {
    expect(() => pointGroup(name)).toThrow("point group: got");
  },
);

test.each(["CI", "CS", "C4V", "D7H", "TD", "OH", "I2H"])(
  "%s has mirrors, which molecules have not",
  (name) => {
    expect(() => pointGroup(name)).toThrow("molecules have a hand");
  },
);
