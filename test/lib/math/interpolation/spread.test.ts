import { describe, expect, test } from "vitest";
import {
  interpolate2D,
  interpolate3D,
  spread2D,
  spread3D,
} from "../../../../lib/src/math/interpolation/index.js";
import type { Interpolation, Outside } from "../../../../lib/src/math/interpolation/index.js";
import { countOf, dot, noise } from "../numbers.js";
import { pointsAround } from "./points.js";

const kinds: readonly Interpolation[] = ["nearest", "linear", "cubic"];
const sides: readonly Outside[] = ["mirror", "zero"];
const cases = kinds.flatMap((interpolation) => sides.map((outside) => ({ interpolation, outside })));

/** An adjoint is exact but for rounding. */
const exact = 1e-12;

describe("spreading is the adjoint of interpolation", () => {
  test.each(cases)("in two dimensions, $interpolation, $outside", async (options) => {
    for (const shape of [
      [9, 13],
      [1, 7],
      [2, 2],
      [40, 3],
      [1, 1],
    ] as const) {
      const [data, values] = [noise(countOf(shape), 1), noise(60, 2)];
      const points = pointsAround(shape, 60);
      const forward = dot(await interpolate2D(data, shape, points, options), values);
      const backward = dot(data, await spread2D(values, shape, points, options));
      expect(Math.abs(forward - backward)).toBeLessThan(exact * Math.max(1, Math.abs(forward)));
      expect(forward).not.toBe(0);
    }
  });

  test.each(cases)("in three dimensions, $interpolation, $outside", async (options) => {
    for (const shape of [
      [4, 5, 6],
      [1, 7, 2],
      [33, 2, 3],
    ] as const) {
      const [data, values] = [noise(countOf(shape), 1), noise(60, 2)];
      const points = pointsAround(shape, 60);
      for (const of of ["samples", "coefficients"] as const) {
        const forward = dot(await interpolate3D(data, shape, points, { ...options, of }), values);
        const backward = dot(data, await spread3D(values, shape, points, { ...options, of }));
        expect(Math.abs(forward - backward)).toBeLessThan(exact * Math.max(1, Math.abs(forward)));
      }
    }
  });

  test("the sum of what is spread stays, by straight lines", async () => {
    const sum = (
      await spread2D(new Float32Array([2, 5]), [4, 4], new Float64Array([1.25, 2.5, 0, 3]), {
        interpolation: "linear",
      })
    ).reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(7, 6);
  });

  test("as many values as points are wanted", async () => {
    await expect(spread2D(new Float64Array(3), [2, 2], new Float64Array(4))).rejects.toThrow(
      "2, one a point",
    );
  });
});
