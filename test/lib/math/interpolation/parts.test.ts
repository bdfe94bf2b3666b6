import { describe, expect, test } from "vitest";
import { startTask } from "vitrine/core";
import {
  requireLattice,
  resolveInterpolation,
  visitPoints,
} from "../../../../lib/src/math/interpolation/points.js";
import { prefilterAxis } from "../../../../lib/src/math/interpolation/prefilter-lines.js";
import { placeStencil, stencilOf } from "../../../../lib/src/math/interpolation/stencil.js";

describe("a stencil", () => {
  test.each(["nearest", "linear", "cubic"] as const)(
    "%s: shares add up to 1, and their slopes to 0",
    (kind) => {
      const stencil = stencilOf(kind);
      for (const position of [-3.7, 0, 0.25, 4.999, 11.3]) {
        expect(placeStencil(stencil, position, 6, "mirror")).toBe(true);
        expect(stencil.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 15);
        expect(stencil.slopes.reduce((sum, slope) => sum + slope)).toBeCloseTo(0, 15);
        expect(stencil.at.every((at) => at >= 0 && at < 6)).toBe(true);
      }
    },
  );

  test("mirrors about the centres of the border samples", () => {
    const nearest = stencilOf("nearest");
    const read = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((position) => {
      placeStencil(nearest, position, 4, "mirror");
      return nearest.at[0];
    });
    expect(read).toEqual([1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0]);
  });

  test("reads nothing outside, where that is zero", () => {
    const linear = stencilOf("linear");
    expect([-0.6, -0.5, 3.4, 3.5].map((position) => placeStencil(linear, position, 4, "zero"))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test("points are counted and checked, and only those inside are visited", async () => {
  const lattice = { shape: [2, 3], points: new Float64Array([0, 0, 9, 0, 2, 1]) };
  expect(requireLattice("f", 6, lattice)).toBe(3);
  const resolved = resolveInterpolation({ interpolation: "linear" });
  expect(resolved).toEqual({ interpolation: "linear", outside: "zero", of: "samples" });
  const visited: number[] = [];
  await visitPoints(lattice, resolved, {}, (point) => visited.push(point));
  expect(visited).toEqual([0, 2]);
});

test("one axis alone is filtered, in place", async () => {
  const data = new Float64Array([1, 0, 0, 1, 0, 0]);
  await prefilterAxis(data, [2, 3], 1, startTask());
  expect(Array.from(data.subarray(0, 3))).toEqual(Array.from(data.subarray(3)));
  // (1, 4, 1) / 6 mirrored: the first row is (4 a + 2 b) / 6
  expect((4 * data[0]! + 2 * data[1]!) / 6).toBeCloseTo(1, 14);
  expect((data[0]! + 4 * data[1]! + data[2]!) / 6).toBeCloseTo(0, 14);
});
