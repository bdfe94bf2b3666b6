import { describe, expect, test } from "vitest";
import { linear, logTicks, roundTicks, tickTexts } from "../../../../widgets/src/host/stills/ticks.js";

describe("ticks", () => {
  test.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-0.04, 1.04, 5, [0, 0.5, 1]],
    [-3, 17, 4, [0, 5, 10, 15]],
    [1e-4, 3e-4, 2, [1e-4, 2e-4, 3e-4]],
    [-2e9, 2e9, 4, [-2e9, -1e9, 0, 1e9, 2e9]],
    [3, 3, 5, [3]],
    [Number.NaN, 1, 5, []],
    [5, 1, 5, [5]],
  ])("%d to %d, about %i", (low, high, count, wanted) => {
    expect(roundTicks(low, high, count)).toEqual(wanted);
  });

  test("a logarithmic axis has 1, 2, 5 of each decade, or decades, or fewer", () => {
    const numbers = (low: number, high: number): number[] =>
      logTicks(Math.log10(low), Math.log10(high)).map((tick) => Number((10 ** tick).toPrecision(6)));
    expect(numbers(0.9, 60)).toEqual([1, 2, 5, 10, 20, 50]);
    expect(numbers(1, 1e5)).toEqual([1, 10, 100, 1000, 1e4, 1e5]);
    expect(numbers(1e-9, 1e9).length).toBeLessThanOrEqual(8);
    expect(numbers(3, 4)).toEqual([]);
    expect(logTicks(2, 1)).toEqual([]);
  });

  test("labels of one axis are written alike", () => {
    expect(tickTexts([0, 0.1, 0.2])).toEqual(["0", "0.1", "0.2"]);
    expect(tickTexts([-2e-4, 0, 2.5e-6])).toEqual(["-2e-4", "0", "2.5e-6"]);
    expect(tickTexts([1e9, 2e9])).toEqual(["1e9", "2e9"]);
  });

  test("an empty range maps to the middle", () => {
    expect(linear(0, 4, 10, 50)(1)).toBe(20);
    expect(linear(3, 3, 10, 50)(3)).toBe(30);
  });
});
