import { describe, expect, test } from "vitest";
import {
  bsplineCoefficients,
  interpolate2D,
  interpolate3D,
} from "../../../../lib/src/math/interpolation/index.js";
import type { Interpolation, InterpolationOptions } from "../../../../lib/src/math/interpolation/index.js";
import golden from "../../../golden/math-b/interpolation.json" with { type: "json" };
import { noise, relativeError } from "../numbers.js";

const kinds: readonly Interpolation[] = ["nearest", "linear", "cubic"];

/** Some tens of roundings of 1e-16 each. */
const double = 1e-14;
/** Single-precision samples and coefficients. */
const single = 1e-6;

const read = <T extends Float32Array | Float64Array>(
  data: T,
  shape: readonly number[],
  points: Float64Array,
  options: InterpolationOptions,
): Promise<T> => {
  const [a, b, c] = shape as [number, number, number?];
  return c === undefined
    ? interpolate2D(data, [a, b], points, options)
    : interpolate3D(data, [a, b, c], points, options);
};

describe("values between samples", () => {
  test.each(
    golden.cases.flatMap((entry) => kinds.map((kind) => [entry.shape.join(" x "), kind, entry] as const)),
  )("scipy's numbers, %s, %s", async (_, interpolation, { shape, data, points, values }) => {
    const options = { interpolation, outside: "mirror" } as const;
    const at = Float64Array.from(points);
    const inDouble = await read(Float64Array.from(data), shape, at, options);
    expect(relativeError(inDouble, values[interpolation])).toBeLessThan(double);
    const inSingle = await read(Float32Array.from(data), shape, at, options);
    expect(relativeError(inSingle, values[interpolation])).toBeLessThan(single);
  });

  test.each(kinds)("at the samples they are the samples, %s", async (interpolation) => {
    const data = noise(5 * 6 * 7);
    const places = Array.from(data, (_, i) => [i % 7, Math.floor(i / 7) % 6, Math.floor(i / 42)]).flat();
    const values = await interpolate3D(data, [5, 6, 7], Float64Array.from(places), { interpolation });
    expect(relativeError(values, data)).toBeLessThan(double);
  });

  test("straight lines are exact on a product of linear functions", async () => {
    const data = Float64Array.from({ length: 20 }, (_, i) => (1 + (i % 5)) * (2 - Math.floor(i / 5)));
    const [value] = await interpolate2D(data, [4, 5], new Float64Array([2.3, 1.6]), {
      interpolation: "linear",
    });
    expect(value).toBeCloseTo(3.3 * 0.4, 14);
  });

  test.each(kinds)("outside is zero from half a sample beyond the border, %s", async (interpolation) => {
    const data = new Float64Array(12).fill(3);
    const points = new Float64Array([
      -0.49, 1, -0.51, 1, 3.49, 1, 3.5, 1, 1, -0.49, 1, -0.51, 1, 2.49, 1, 2.51,
    ]);
    const values = await interpolate2D(data, [3, 4], points, { interpolation });
    [3, 0, 3, 0, 3, 0, 3, 0].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 13));
  });

  test("coefficients made before give the same bytes as samples", async () => {
    const data = noise(9 * 13);
    const points = new Float64Array([3.3, 4.4, 7.1, 0.2]);
    const coefficients = await bsplineCoefficients(data, [9, 13]);
    expect(await interpolate2D(coefficients, [9, 13], points, { of: "coefficients" })).toEqual(
      await interpolate2D(data, [9, 13], points),
    );
  });

  test("errors on a wave of 10 pixels fall from nearest to linear to cubic, threefold each", async () => {
    const n = 40;
    const wave = (x: number, y: number): number => Math.cos((2 * Math.PI * (x + 0.5 * y)) / 10);
    const data = Float64Array.from({ length: n * n }, (_, i) => wave(i % n, Math.floor(i / n)));
    const places = Array.from({ length: 200 }, (_, i) => [10 + 0.0937 * i, 12 + 0.0711 * i]);
    const truth = places.map(([x, y]) => wave(x!, y!));
    const errors = await Promise.all(
      kinds.map(async (interpolation) =>
        relativeError(
          await interpolate2D(data, [n, n], Float64Array.from(places.flat()), { interpolation }),
          truth,
        ),
      ),
    );
    expect(errors[0]! / errors[1]!).toBeGreaterThan(3);
    expect(errors[1]! / errors[2]!).toBeGreaterThan(3);
  });

  test("what doesn't fit is refused by name", async () => {
    const data = new Float64Array(6);
    await expect(interpolate2D(data, [2, 4], new Float64Array(2))).rejects.toMatchObject({ tag: "shape" });
    await expect(interpolate2D(data, [2, 3], new Float64Array(3))).rejects.toThrow(
      "2 numbers for each point",
    );
    await expect(interpolate2D(data, [2, 3], new Float64Array([0, Number.NaN]))).rejects.toThrow(
      "finite positions",
    );
    await expect(
      interpolate2D(data, [2, 3], new Float64Array(2), { interpolation: "sinc" as Interpolation }),
    ).rejects.toThrow("one of nearest, linear, cubic");
  });
});
