import { describe, expect, test } from "vitest";
import {
  decadeTicks,
  formatCount,
  formatTick,
  formatValue,
  linearTicks,
  tickStep,
} from "../../../widgets/src/draw/index.js";

describe("marks of an axis", () => {
  test.each([
    [0, 1, 5],
    [-0.05, 0.05, 6],
    [-3.7, 1234.5, 4],
    [1e-7, 9e-7, 5],
    [1e6, 1.00001e6, 5],
    [-2, -1, 1],
  ])("lie inside [%d, %d], evenly, with labels that differ and say their value", (low, high, count) => {
    const ticks = linearTicks(low, high, count);
    const step = tickStep(low, high, count);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(2 * count + 1);
    for (const [i, { value, label }] of ticks.entries()) {
      expect(value).toBeGreaterThanOrEqual(low - 1e-6 * step);
      expect(value).toBeLessThanOrEqual(high + 1e-6 * step);
      if (i > 0) expect(value - ticks[i - 1]!.value).toBeCloseTo(step, 9);
      // A label has the digits of its step: read back, it is the value to a thousandth of the step.
      expect(Math.abs(Number(label.replaceAll("\u2212", "-")) - value)).toBeLessThan(1e-3 * step + 1e-12);
    }
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
  });

  test("an empty or unbounded range has none", () => {
    expect(linearTicks(1, 1, 5)).toEqual([]);
    expect(linearTicks(2, 1, 5)).toEqual([]);
    expect(linearTicks(0, Number.POSITIVE_INFINITY, 5)).toEqual([]);
    expect(linearTicks(Number.NaN, 1, 5)).toEqual([]);
  });

  test("steps are 1, 2 or 5 times a power of ten, never finer than asked", () => {
    for (const count of [1, 3, 7]) {
      for (const high of [0.013, 1, 9.99, 54321]) {
        const step = tickStep(0, high, count);
        expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6)));
        expect(step).toBeGreaterThanOrEqual((high / count) * (1 - 1e-9));
      }
    }
  });

  test("decades start at 1 and thin out where there is no room", () => {
    expect(decadeTicks(12345, 10).map(({ value }) => value)).toEqual([1, 10, 100, 1000, 10000]);
    expect(decadeTicks(12345, 3).map(({ label }) => label)).toEqual(["1", "100", "10k"]);
    expect(decadeTicks(0.4, 3).map(({ value }) => value)).toEqual([1]);
  });

  test("texts", () => {
    expect(formatTick(-0.02, 0.02)).toBe("\u22120.02");
    expect(formatTick(0, 0.1)).toBe("0");
    expect(formatCount(20000)).toBe("20k");
    expect(formatCount(4.5e6)).toBe("4.5M");
    expect(formatValue(-0.000012345)).toBe("\u22121.234e\u22125");
    expect(formatValue(3.4200001)).toBe("3.42");
    expect(formatValue(Number.NaN)).toBe("NaN");
  });
});
