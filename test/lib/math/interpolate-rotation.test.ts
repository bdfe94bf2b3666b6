import { expect, test } from "vitest";
import { seeded } from "vitrine/core";
import { angleBetweenDeg, interpolateRotation, randomRotation } from "vitrine/math";
import type { Rotation } from "vitrine/math";
import golden from "../../golden/math/rotations.json" with { type: "json" };
import { expectSameRotation } from "./close.js";

test("it starts at one, ends at the other and keeps its speed", () => {
  for (let i = 0; i < 50; i++) {
    const [a, b] = [randomRotation(seeded(1).item(2 * i)), randomRotation(seeded(1).item(2 * i + 1))];
    expectSameRotation(interpolateRotation(a, b, 0), a);
    expectSameRotation(interpolateRotation(a, b, 1), b);
    expect(angleBetweenDeg(a, interpolateRotation(a, b, 0.3))).toBeCloseTo(0.3 * angleBetweenDeg(a, b), 9);
    expectSameRotation(interpolateRotation(a, b, 0.3), interpolateRotation(b, a, 0.7));
  }
});

test("the way is that of scipy", () => {
  const { from, to, steps } = golden.way as unknown as {
    from: Rotation;
    to: Rotation;
    steps: [number, Rotation][];
  };
  for (const [share, rotation] of steps) expectSameRotation(interpolateRotation(from, to, share), rotation);
});
