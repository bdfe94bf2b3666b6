import { describe, expect, test } from "vitest";
import { lineMinimum, lineMinimumStates } from "../../../../lib/src/math/optimise/index.js";
import { allOf } from "./functions.js";

const methods = ["brent", "golden-section"] as const;
const wave = (x: number): number => Math.cos(x) + 0.1 * x;
const lowest = Math.PI + Math.asin(-0.1);

describe("the minimum on a line", () => {
  test.each(methods)("%s: smooth, with a corner, flat, at an end, at 0", async (method) => {
    const at = async (f: (x: number) => number, low: number, high: number): Promise<number> => {
      const { place, verdict } = await lineMinimum(f, [low, high], { method });
      expect(verdict).toBe("converged");
      return place;
    };
    // half the digits of the values: the root of 1e-16, times the place
    expect(Math.abs((await at(wave, 2, 5)) - lowest)).toBeLessThan(1e-7);
    expect(Math.abs((await at((x) => Math.abs(x - 0.3), -4, 1)) - 0.3)).toBeLessThan(1e-7);
    expect(Math.abs((await at((x) => (x - 2) ** 4, 0, 5)) - 2)).toBeLessThan(1e-3);
    expect(Math.abs(await at((x) => x, 0, 1))).toBeLessThan(1e-7);
    expect(Math.abs(await at((x) => x * x, -3, 2))).toBeLessThan(1e-7);
  });

  test("parabolas are several times faster where the objective is smooth", async () => {
    const [brent, golden] = await Promise.all(methods.map((method) => lineMinimum(wave, [2, 5], { method })));
    expect(brent!.iteration).toBeLessThan(12);
    expect(golden!.iteration).toBeGreaterThan(30);
  });

  test.each(methods)("%s: the range only shrinks and always holds the best place", async (method) => {
    const states = await allOf(lineMinimumStates(wave, [2, 5], { method }));
    states.forEach(({ low, high, place }, i) => {
      const before = states[Math.max(0, i - 1)]!;
      expect(low >= before.low && high <= before.high && low < place && place < high).toBe(true);
    });
  });

  test("later answers, a stored state, no number, and an empty range", async () => {
    const whole = await lineMinimum(wave, [2, 5]);
    expect(await lineMinimum(async (x) => Promise.resolve(wave(x)), [2, 5])).toEqual(whole);
    const fourth = structuredClone((await allOf(lineMinimumStates(wave, [2, 5])))[4]!);
    expect((await allOf(lineMinimumStates(wave, fourth))).at(-1)).toEqual(whole);
    const holed = await lineMinimum((x) => (x < 1 ? Number.NaN : (x - 2) ** 2), [0, 5]);
    expect(holed.place).toBeCloseTo(2, 6);
    await expect(lineMinimum(wave, [5, 2])).rejects.toThrow("low below high");
  });
});
