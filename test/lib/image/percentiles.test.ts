import { expect, test } from "vitest";
import { image, percentiles } from "vitrine";
import { singleNoise } from "../fourier/arrays.js";

const row = (values: readonly number[]) =>
  image(Float32Array.from(values), { shape: [1, values.length], pixelSizeA: 1 });

test("linear between the values in order", () => {
  expect(percentiles(row([4, 1, 3, 2]), [0, 50, 100, 75])).toEqual([1, 2.5, 4, 3.25]);
  expect(percentiles(row([7]), [0, 33, 100])).toEqual([7, 7, 7]);
});

test("values that are not finite don't count", () => {
  expect(percentiles(row([NaN, 2, Infinity, 1, -Infinity]), [0, 100])).toEqual([1, 2]);
  expect(percentiles(row([NaN]), [50])).toEqual([NaN]);
});

test("the data stay as they are, and percentages must be percentages", () => {
  const picture = row([3, 1, 2]);
  percentiles(picture, [50]);
  expect(Array.from(picture.data)).toEqual([3, 1, 2]);
  expect(() => percentiles(picture, [101])).toThrow("percentile: got 101");
});

test("normal numbers: 97.5 % lie below 1.96", () => {
  const count = 40_000;
  const picture = image(singleNoise(count), { shape: [200, 200], pixelSizeA: 1 });
  // standard error of the quantile: sqrt(p (1 - p) / n) over the density 0.0584; five of them
  const slack = (5 * Math.sqrt((0.975 * 0.025) / count)) / 0.0584;
  expect(Math.abs(percentiles(picture, [97.5])[0]! - 1.95996)).toBeLessThan(slack);
});
