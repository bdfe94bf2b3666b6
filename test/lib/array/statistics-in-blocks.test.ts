import { expect, test } from "vitest";
import { statistics } from "vitrine";
import { statisticsInBlocks } from "../../../lib/src/array/index.js";
import { startTask } from "../../../lib/src/core/index.js";

/** Rounding of sums over millions of doubles. */
const rounding = 1e-9;

test.each([1, 1000, 2 ** 20, 2 ** 20 + 1, 3_000_017])("%i values: the same as in one go", async (count) => {
  const data = Float32Array.from({ length: count }, (_, i) => 1000 + Math.sin(i) + (50 * i) / count);
  for (let i = 5; i < count; i += 99_991) data[i] = Number.NaN;
  const [wanted, got] = [statistics(data), await statisticsInBlocks(data, startTask())];
  for (const key of ["count", "notFinite", "min", "max"] as const) expect(got[key]).toBe(wanted[key]);
  expect(Math.abs(got.mean - wanted.mean)).toBeLessThan(rounding * 1000);
  expect(Math.abs(got.sd - wanted.sd)).toBeLessThan(rounding * 1000);
});

test("a block without a finite value counts for nothing", async () => {
  const data = new Float32Array(2 ** 21 + 3).fill(Number.NaN);
  expect(await statisticsInBlocks(data, startTask())).toMatchObject({
    count: 0,
    notFinite: 2 ** 21 + 3,
    min: Number.NaN,
  });
  data[2 ** 21] = 7;
  expect(await statisticsInBlocks(data, startTask())).toMatchObject({
    count: 1,
    min: 7,
    max: 7,
    mean: 7,
    sd: 0,
  });
});
