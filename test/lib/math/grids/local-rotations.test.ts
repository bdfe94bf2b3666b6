import { expect, test } from "vitest";
import { seeded } from "vitrine/core";
import { angleBetweenDeg, composed, localRotations, randomRotation, randomTurn } from "vitrine/math";
import { expectSameRotation } from "../close.js";

const centre = randomRotation(seeded(1));

test("the centre comes first, the others in order of distance, none beyond the radius", () => {
  const around = localRotations(centre, { radiusDeg: 20, stepDeg: 4 });
  expectSameRotation(around[0]!, centre);
  const angles = around.map((rotation) => angleBetweenDeg(centre, rotation));
  angles.slice(1).forEach((angle, i) => expect(angle).toBeGreaterThanOrEqual(angles[i]! - 1e-9));
  expect(angles.at(-1)).toBeCloseTo(20, 9);
});

test.each([
  [0, 1, 1],
  [3, 3, 7],
  [2.999, 3, 1],
  [6, 3, 33],
  [0.9, 0.3, 123],
  [0.6, 0.2, 123], // a quotient that rounding leaves below 3
])("within %d degrees there are, in steps of %d, %i rotations", (radiusDeg, stepDeg, count) => {
  expect(localRotations(centre, { radiusDeg, stepDeg })).toHaveLength(count);
});

test("neighbours are a step apart, at the edge a little less", () => {
  const around = localRotations(centre, { radiusDeg: 30, stepDeg: 6 });
  for (const a of around) {
    const nearest = Math.min(...around.filter((b) => b !== a).map((b) => angleBetweenDeg(a, b)));
    expect(nearest).toBeLessThan(6 + 1e-9);
    expect(nearest).toBeGreaterThan(6 * 0.98);
  }
});

test("no rotation inside is further from the grid than half a diagonal of its lattice", () => {
  const around = localRotations(centre, { radiusDeg: 15, stepDeg: 3 });
  for (let i = 0; i < 200; i++) {
    const rotation = composed(randomTurn(seeded(2).item(i), { largestDeg: 12 }), centre);
    const away = Math.min(...around.map((member) => angleBetweenDeg(member, rotation)));
    expect(away).toBeLessThan((3 * Math.sqrt(3)) / 2);
  }
});

test("what is no radius or step is refused", () => {
  expect(() => localRotations(centre, { radiusDeg: 91, stepDeg: 3 })).toThrow("radiusDeg: got 91");
  expect(() => localRotations(centre, { radiusDeg: 9, stepDeg: 0 })).toThrow("stepDeg: got 0");
});
