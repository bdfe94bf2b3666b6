import { describe, expect, test } from "vitest";
import {
  interpolate2D,
  interpolate3D,
  interpolateWithGradient2D,
  interpolateWithGradient3D,
} from "../../../../lib/src/math/interpolation/index.js";
import { noise } from "../numbers.js";
import { pointsAround } from "./points.js";

/** Half a step of the central difference; its error grows with its square, and rounding with its inverse. */
const half = 1e-5;
/** Third derivatives of a spline jump by some tens where the data are noise: 1e-10 of truncation, 1e-11 of rounding. */
const tolerance = 1e-7;

describe("derivatives of the spline", () => {
  test("agree with differences of its values, in two dimensions", async () => {
    const [data, shape] = [noise(9 * 13), [9, 13] as const];
    const points = pointsAround(shape, 40);
    const options = { outside: "mirror" } as const;
    const { values, gradients } = await interpolateWithGradient2D(data, shape, points, options);
    expect(values).toEqual(await interpolate2D(data, shape, points, options));
    for (const axis of [0, 1]) {
      const moved = (by: number): Float64Array => points.map((p, i) => (i % 2 === axis ? p + by : p));
      const after = await interpolate2D(data, shape, moved(half), options);
      const before = await interpolate2D(data, shape, moved(-half), options);
      after.forEach((value, i) =>
        expect(Math.abs((value - before[i]!) / (2 * half) - gradients[2 * i + axis]!)).toBeLessThan(
          tolerance,
        ),
      );
    }
  });

  test("agree with differences of its values, in three dimensions; 0 outside", async () => {
    const [data, shape] = [noise(5 * 6 * 7), [5, 6, 7] as const];
    const points = new Float64Array([3.3, 2.2, 1.1, 0.4, 4.7, 3.9, -3, 1, 1]);
    const { values, gradients } = await interpolateWithGradient3D(data, shape, points);
    expect(values).toEqual(await interpolate3D(data, shape, points));
    expect(Array.from(gradients.subarray(6))).toEqual([0, 0, 0]);
    for (const axis of [0, 1, 2]) {
      const moved = (by: number): Float64Array => points.map((p, i) => (i % 3 === axis ? p + by : p));
      const after = await interpolate3D(data, shape, moved(half));
      const before = await interpolate3D(data, shape, moved(-half));
      after.forEach((value, i) =>
        expect(Math.abs((value - before[i]!) / (2 * half) - gradients[3 * i + axis]!)).toBeLessThan(
          tolerance,
        ),
      );
    }
  });
});
