import { describe, expect, test } from "vitest";
import {
  bsplineCoefficients,
  bsplineCoefficientsAdjoint,
} from "../../../../lib/src/math/interpolation/index.js";
import golden from "../../../golden/math-b/interpolation.json" with { type: "json" };
import { countOf, dot, noise, relativeError } from "../numbers.js";
import { shapesOfAnyAxes } from "./points.js";

/** Some tens of roundings of 1e-16 each. */
const double = 1e-14;
/** Single-precision storage between axes: a few roundings of 6e-8 each, the filter enlarging them up to threefold an axis. */
const single = 1e-6;

/** The samples that coefficients stand for: each axis is convolved with (1, 4, 1) / 6, mirrored at the borders. */
function samplesOf(coefficients: Float64Array, shape: readonly number[]): Float64Array {
  let [samples, step] = [coefficients.slice(), coefficients.length];
  for (const length of shape) {
    step /= length;
    const before = samples;
    const at = (i: number, j: number): number => {
      const inside = length === 1 ? 0 : j < 0 ? -j : j >= length ? 2 * length - 2 - j : j;
      return before[i + (inside - (Math.floor(i / step) % length)) * step]!;
    };
    samples = before.map((value, i) => {
      const here = Math.floor(i / step) % length;
      return (at(i, here - 1) + 4 * value + at(i, here + 1)) / 6;
    });
  }
  return samples;
}

describe("coefficients of cubic B-splines", () => {
  test.each(shapesOfAnyAxes)("the spline passes through the samples, %j", async (...shape) => {
    const data = noise(countOf(shape));
    const before = data.slice();
    expect(relativeError(samplesOf(await bsplineCoefficients(data, shape), shape), data)).toBeLessThan(
      double,
    );
    expect(data).toEqual(before);
  });

  test.each(golden.cases.map((entry) => [entry.shape.join(" x "), entry] as const))(
    "scipy's numbers, %s",
    async (_, { shape, data, coefficients }) => {
      const inDouble = await bsplineCoefficients(Float64Array.from(data), shape);
      expect(relativeError(inDouble, coefficients)).toBeLessThan(double);
      const inSingle = await bsplineCoefficients(Float32Array.from(data), shape);
      expect(inSingle).toBeInstanceOf(Float32Array);
      expect(relativeError(inSingle, coefficients)).toBeLessThan(single);
    },
  );

  test.each(shapesOfAnyAxes)("the adjoint is exact, %j", async (...shape) => {
    const [a, b] = [noise(countOf(shape), 1), noise(countOf(shape), 2)];
    const forward = dot(await bsplineCoefficients(a, shape), b);
    const backward = dot(a, await bsplineCoefficientsAdjoint(b, shape));
    expect(Math.abs(forward - backward)).toBeLessThan(1e-12 * Math.max(1, Math.abs(forward)));
  });

  test("a view in the middle of a buffer leaves its surroundings alone", async () => {
    const around = new Float32Array(50).fill(5);
    const view = around.subarray(7, 27);
    await bsplineCoefficients(view, [4, 5]);
    expect(around.every((value) => value === 5)).toBe(true);
    expect((await bsplineCoefficients(Float32Array.from(noise(20)), [4, 5])).length).toBe(20);
  });

  test("it stops when asked to, and refuses sizes that don't fit", async () => {
    const stop = new AbortController();
    const running = bsplineCoefficients(new Float32Array(160 ** 3), [160, 160, 160], { signal: stop.signal });
    setImmediate(() => stop.abort());
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await expect(bsplineCoefficients(new Float32Array(7), [2, 3])).rejects.toMatchObject({ tag: "shape" });
  });
});
