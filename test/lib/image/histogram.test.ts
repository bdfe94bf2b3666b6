import { expect, test } from "vitest";
import { histogram, image, imageStack, volume } from "vitrine";
import { singleNoise } from "../fourier/arrays.js";

const row = (values: readonly number[]) =>
  image(Float32Array.from(values), { shape: [1, values.length], pixelSizeA: 1 });

test("every finite value falls into one bin, the largest into the last", async () => {
  const { counts, low, width, statistics } = await histogram(row([0, 0.9, 1, 2.5, 4, NaN, Infinity]), {
    bins: 4,
  });
  expect(Array.from(counts)).toEqual([2, 1, 1, 1]);
  expect([low, width]).toEqual([0, 1]);
  expect([statistics.count, statistics.notFinite]).toEqual([5, 2]);
});

test("values outside the range are left out", async () => {
  expect(Array.from((await histogram(row([-1, 0, 1, 2, 3]), { bins: 2, range: [0, 2] })).counts)).toEqual([
    1, 2,
  ]);
});

test("data that are all equal, or never finite, still have a histogram", async () => {
  const flat = await histogram(row([3, 3, 3]), { bins: 3 });
  expect(Array.from(flat.counts)).toEqual([0, 3, 0]);
  const empty = await histogram(row([NaN, NaN]), { bins: 2 });
  expect(Array.from(empty.counts)).toEqual([0, 0]);
});

test("normal numbers: the share of each bin is the integral of the bell over it", async () => {
  const count = 50_000;
  const stack = imageStack(singleNoise(count), { shape: [5, 100, 100], pixelSizeA: 1 });
  const { counts } = await histogram(stack, { bins: 2, range: [-1, 1] });
  // each half holds 34.13 % within one standard deviation; five standard errors
  const slack = 5 * Math.sqrt(count * 0.3413 * 0.6587);
  counts.forEach((inside) => expect(Math.abs(inside - 0.3413 * count)).toBeLessThan(slack));
});

test("what the values are is said", async () => {
  expect((await histogram(row([1, 2]))).label).toBe("grey value");
  expect((await histogram(row([1, 2]))).counts.length).toBe(256);
  const map = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1 });
  expect((await histogram(map)).label).toBe("density");
});

test("no bins and empty ranges are refused", async () => {
  await expect(histogram(row([1]), { bins: 0 })).rejects.toThrow("bins");
  await expect(histogram(row([1]), { range: [2, 2] })).rejects.toThrow("low below high");
});

test("a map of a user's size leaves the thread free, and stops when told", async () => {
  const map = volume(new Float32Array(2 ** 24), { shape: [256, 256, 256], voxelSizeA: 1 });
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await histogram(map);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
  const stopped = AbortSignal.timeout(1);
  await expect(histogram(map, { signal: stopped })).rejects.toMatchObject({ name: "TimeoutError" });
});
