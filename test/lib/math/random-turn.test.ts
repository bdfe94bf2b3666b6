import { expect, test } from "vitest";
import { seeded } from "vitrine/core";
import { angleBetweenDeg, identityRotation, randomTurn, vectorFromRotation } from "vitrine/math";

const count = 20_000;
const turns = (largestDeg: number) =>
  Array.from({ length: count }, (_, i) => randomTurn(seeded(9).item(i), { largestDeg }));

test.each([5, 60, 180])("turns of up to %i degrees fill the ball evenly", (largestDeg) => {
  const drawn = turns(largestDeg);
  const angles = drawn.map((turn) => angleBetweenDeg(identityRotation, turn));
  expect(Math.max(...angles)).toBeLessThanOrEqual(largestDeg + 1e-9);
  const volume = (deg: number): number => (deg * Math.PI) / 180 - Math.sin((deg * Math.PI) / 180);
  for (const part of [0.3, 0.6, 0.9]) {
    const expected = volume(part * largestDeg) / volume(largestDeg);
    const share = angles.filter((angle) => angle <= part * largestDeg).length / count;
    expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / count));
  }
});

test("axes have no preference", () => {
  for (let axis = 0; axis < 3; axis++) {
    const parts = turns(30).map((turn) => {
      const vector = vectorFromRotation(turn);
      return vector[axis]! / Math.hypot(...vector);
    });
    const mean = parts.reduce((sum, value) => sum + value, 0) / count;
    const square = parts.reduce((sum, value) => sum + value * value, 0) / count;
    // uniform on [-1, 1]: variance 1/3, its square has variance 4/45; five standard errors
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(1 / 3 / count));
    expect(Math.abs(square - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / count));
  }
});

test("no turn at all, the same turn again, and angles that are none", () => {
  expect(randomTurn(seeded(1), { largestDeg: 0 })).toEqual(identityRotation);
  expect(randomTurn(seeded(1), { largestDeg: 9 })).toEqual(randomTurn(seeded(1), { largestDeg: 9 }));
  expect(() => randomTurn(seeded(1), { largestDeg: 181 })).toThrow("largestDeg: got 181");
});
