import { expect, test } from "vitest";
import { orderStatistics } from "../../../lib/src/image/order-statistics.js";
import { singleNoise } from "../fourier/arrays.js";

const every = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

test("every place of the sorted data, over all sizes and both signs, in a view within its buffer", () => {
  const data = new Float32Array(1003).subarray(3);
  data.set(singleNoise(1000).map((value, i) => value * 10 ** ((i % 60) - 30)));
  const sorted = data.slice().sort();
  expect(orderStatistics(data, every).values).toEqual(Array.from(sorted));
});

test("equal values stand beside one another, and what is not finite does not count", () => {
  const data = Float32Array.of(2, NaN, -1, 2, Infinity, -Infinity, 2, -0.5);
  expect(orderStatistics(data, every)).toEqual({ count: 5, values: [-1, -0.5, 2, 2, 2] });
});

test("the smallest and the largest numbers there are", () => {
  const data = Float32Array.of(3.4028234663852886e38, 1e-45, -1e-45, -3.4028234663852886e38);
  expect(orderStatistics(data, every).values).toEqual([data[3], data[2], data[1], data[0]]);
});

test("nothing finite is NaN at any place", () => {
  expect(orderStatistics(Float32Array.of(NaN), () => [0, 5])).toEqual({ count: 0, values: [NaN, NaN] });
});
