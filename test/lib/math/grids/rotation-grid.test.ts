import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  angleBetweenDeg,
  angleModuloSymmetryDeg,
  composed,
  eulerFromRotation,
  gridRotation,
  identityRotation,
  pointGroup,
  quaternionFromRotation,
  randomRotation,
  randomTurn,
  rotationGrid,
} from "vitrine/math";
import type { InPlaneOrigin, Rotation, RotationGrid } from "vitrine/math";
import { expectSameRotation } from "../close.js";

const members = (grid: RotationGrid): Rotation[] =>
  Array.from({ length: grid.count }, (_, i) => gridRotation(grid, i));

describe.each<InPlaneOrigin>(["euler", "hopf"])("grids of rotations counted as %s", (inPlane) => {
  test.each([
    [0, 72, 60],
    [1, 576, 30],
    [2, 4608, 15],
    [8, 72 * 8 ** 8, 60 / 256],
  ])("order %i has %i rotations in steps of %d degrees", (order, count, step) => {
    const grid = rotationGrid({ order, inPlane });
    expect([grid.count, grid.psiStepDeg]).toEqual([count, step]);
    expect(grid.directions).toHaveLength(12 * 4 ** order);
  });

  test("members are all different and balanced: no element has a mean", () => {
    const all = members(rotationGrid({ order: 1, inPlane }));
    for (let element = 0; element < 9; element++) {
      expect(Math.abs(all.reduce((sum, rotation) => sum + rotation[element]!, 0))).toBeLessThan(1e-10);
    }
    for (const a of all.slice(0, 40)) expect(all.filter((b) => angleBetweenDeg(a, b) < 5)).toHaveLength(1);
  });

  test("no rotation is further from the grid than about a step", () => {
    const grid = rotationGrid({ order: 1, inPlane });
    const all = members(grid);
    const away = Array.from({ length: 100 }, (_, i) => {
      const rotation = randomRotation(seeded(3).item(i));
      return Math.min(...all.map((member) => angleBetweenDeg(member, rotation)));
    });
    expect(Math.max(...away)).toBeLessThan(grid.psiStepDeg);
  });

  test("quaternions fill their sphere evenly: second moments are those of the whole", () => {
    const all = members(rotationGrid({ order: 2, inPlane })).map(quaternionFromRotation);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        const moment = all.reduce((sum, parts) => sum + parts[a]! * parts[b]!, 0) / all.length;
        // the centre of a pixel is not its mean: a thousandth at this order
        expect(Math.abs(moment - (a === b ? 0.25 : 0))).toBeLessThan(2e-3);
      }
    }
  });
});

test("as in RELION directions run slowest, and psi in multiples of its step", () => {
  const grid = rotationGrid({ order: 2 });
  const { rotDeg, tiltDeg, psiDeg } = eulerFromRotation(gridRotation(grid, 3 * 24 + 5));
  expect([rotDeg, tiltDeg, psiDeg].map((angle) => Number(angle.toFixed(6)))).toEqual([45, 60, 75]);
});

test("counted as hopf, the first member of each direction is the shortest way to it", () => {
  const grid = rotationGrid({ order: 2, inPlane: "hopf" });
  grid.directions.forEach(({ tiltDeg }, i) => {
    const first = gridRotation(grid, i * grid.psiCount);
    expect(angleBetweenDeg(identityRotation, first)).toBeCloseTo(tiltDeg, 9);
  });
});

test("a symmetry leaves its part of the grid, which still covers every view", () => {
  const symmetry = pointGroup("D4");
  const grid = rotationGrid({ order: 1, symmetry });
  expect(grid.count).toBe(576 / 8);
  const all = members(grid);
  for (let i = 0; i < 50; i++) {
    const rotation = randomRotation(seeded(4).item(i));
    const away = Math.min(...all.map((member) => angleModuloSymmetryDeg(member, rotation, symmetry)));
    expect(away).toBeLessThan(grid.psiStepDeg);
  }
});

test("a turn moves every member alike", () => {
  const turn = randomTurn(seeded(5), { largestDeg: 7 });
  const [still, turned] = [rotationGrid({ order: 0 }), rotationGrid({ order: 0, turn })];
  for (let i = 0; i < still.count; i++) {
    expectSameRotation(gridRotation(turned, i), composed(gridRotation(still, i), turn));
  }
});

test("a member that is not there is refused", () => {
  expect(() => gridRotation(rotationGrid({ order: 0 }), 72)).toThrow("index: got 72");
  expect(() => rotationGrid({ order: 1.5 })).toThrow("order: got 1.5");
  expect(() => rotationGrid({ order: 1, inPlane: "flat" as never })).toThrow("inPlane: got flat");
});
