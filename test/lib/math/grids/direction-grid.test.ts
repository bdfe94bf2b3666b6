import { expect, test } from "vitest";
import { directionGrid, pointGroup, reduceDirection } from "vitrine/math";
import type { Vector3 } from "vitrine/math";

/** A direction as a word; a coordinate that rounding left below 0 is 0. */
function word(direction: Vector3): string {
  return direction.map((part) => Math.round(part * 1e9) + 0).join(" ");
}

test.each(["C1", "C2", "C4", "D1", "D2", "D4"])(
  "under %s, which the grid shares, one of each orbit is left",
  (name) => {
    const symmetry = pointGroup(name);
    const orbits = directionGrid({ order: 3 }).map((direction) => word(reduceDirection(direction, symmetry)));
    const left = directionGrid({ order: 3, symmetry }).map(word);
    expect(left.sort()).toEqual([...new Set(orbits)].sort());
    expect(left.length).toBeGreaterThanOrEqual(768 / symmetry.order);
  },
);

test.each(["C3", "D7", "T", "O", "I1", "I2", "I3", "I4"])(
  "under %s its part of the sphere is left",
  (name) => {
    const symmetry = pointGroup(name);
    const count = directionGrid({ order: 5, symmetry }).length;
    // pixels along the edge count whole or not at all: a few per cent of those inside
    expect(Math.abs((count * symmetry.order) / 12288 - 1)).toBeLessThan(0.1);
  },
);

test("the order has bounds", () => {
  expect(directionGrid({ order: 0 })).toHaveLength(12);
  expect(() => directionGrid({ order: 9 })).toThrow("order: got 9, wanted a whole number from 0 to 8");
});
