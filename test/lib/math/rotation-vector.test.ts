import { describe, expect, test } from "vitest";
import { seeded } from "vitrine/core";
import {
  identityRotation,
  composed,
  randomRotation,
  rotationFromVector,
  transposed,
  vectorFromRotation,
} from "vitrine/math";
import type { Rotation, Vector3 } from "vitrine/math";
import golden from "../../golden/math/rotations.json" with { type: "json" };
import { expectClose, expectSameRotation } from "./close.js";

describe("rotation vectors", () => {
  test("there and back is the same rotation, for 200 drawn at random", () => {
    for (let i = 0; i < 200; i++) {
      const rotation = randomRotation(seeded(2).item(i));
      const vector = vectorFromRotation(rotation);
      expect(Math.hypot(...vector)).toBeLessThanOrEqual(Math.PI);
      expectSameRotation(rotationFromVector(vector), rotation);
    }
  });

  test.each([1e-300, 1e-12, 1e-8, 1e-4, 1, 3.14, Math.PI])("a vector of length %d comes back", (length) => {
    const vector: Vector3 = [0.6 * length, 0, 0.8 * length];
    // near a half turn the angle is 1e-16 less sure than elsewhere, relative to pi
    expectClose(
      vectorFromRotation(rotationFromVector(vector)),
      vector,
      1e-15 * Math.max(1, length) + length * 1e-15,
    );
  });

  test("the opposite vector is the inverse", () => {
    const vector: Vector3 = [0.3, -1.1, 2];
    expectSameRotation(rotationFromVector([-0.3, 1.1, -2]), transposed(rotationFromVector(vector)));
  });

  test("turns about one axis add up, and whole turns are none", () => {
    const part = (share: number): Rotation => rotationFromVector([share * 0.5, share * 0.7, -share]);
    expectSameRotation(composed(part(0.3), part(0.9)), part(1.2));
    expectSameRotation(rotationFromVector([0, 2 * Math.PI, 0]), identityRotation);
  });

  test("matrices and vectors are those of scipy", () => {
    for (const turn of golden.turns) {
      expectClose(rotationFromVector(turn.vector as unknown as Vector3), turn.matrix, 1e-14);
      expectClose(vectorFromRotation(turn.matrix as unknown as Rotation), turn.back, 1e-12);
    }
  });

  test("what is not finite is refused", () => {
    expect(() => rotationFromVector([0, Number.NaN, 0])).toThrow("vector: got [0, NaN, 0]");
  });
});
