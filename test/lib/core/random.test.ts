import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCryoError, seeded } from "../../../lib/src/core/index.js";
import type { Random } from "../../../lib/src/core/index.js";

/** The first 53 bits of a stream: two 32-bit words, the lower 5 and 6 bits of which are dropped. */
const fromWords = (high: number, low: number): number => ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
const draws = (random: Random, n: number): number[] => Array.from({ length: n }, () => random.uniform());

describe("Philox 4x32-10", () => {
  test("gives the published words for key 0 and counter 0", () => {
    // known-answer test of the authors' Random123 library: 6627e8d5 e169c58d bc57ac4c 9b00dbd8
    const random = seeded(0);
    expect(random.uniform()).toBe(fromWords(0x6627e8d5, 0xe169c58d));
    expect(random.uniform()).toBe(fromWords(0xbc57ac4c, 0x9b00dbd8));
  });

  test("uses every bit of a seed up to 2^53", () => {
    const seeds = [0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 52, 2 ** 53 - 1];
    expect(new Set(seeds.map((seed) => seeded(seed).uniform())).size).toBe(seeds.length);
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53])("refuses the seed %s", (seed) => {
    expect(() => seeded(seed)).toThrow(/^seed: got/);
  });
});

describe("a stream", () => {
  test("comes out again from the same seed, and not from another", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        expect(draws(seeded(seed), 7)).toEqual(draws(seeded(seed), 7));
        const other = seed === 0 ? 1 : seed - 1;
        expect(draws(seeded(seed), 7)).not.toEqual(draws(seeded(other), 7));
      }),
      { numRuns: 50 },
    );
  });

  test("of an item does not depend on what was drawn before", () => {
    const fresh = draws(seeded(11).item(5), 9);
    const used = seeded(11);
    draws(used, 13);
    used.normal();
    draws(used.item(4), 100);
    expect(draws(used.item(5), 9)).toEqual(fresh);
  });

  test("of each item is its own, also items of items", () => {
    const root = seeded(3);
    const streams = [root, ...Array.from({ length: 200 }, (_, i) => root.item(i))];
    for (let i = 0; i < 20; i++) for (let j = 0; j < 20; j++) streams.push(root.item(i).item(j));
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) for (let k = 0; k < 6; k++) streams.push(root.item(i).item(j).item(k));
    }
    expect(new Set(streams.map((stream) => stream.uniform())).size).toBe(streams.length);
  });

  test("is uniform: mean 1/2, variance 1/12, in [0, 1)", () => {
    const n = 100_000;
    const values = draws(seeded(1), n);
    const mean = values.reduce((sum, x) => sum + x, 0) / n;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    // four standard errors: sd of the mean is 1/sqrt(12 n) = 9.1e-4, of the variance 1/sqrt(180 n) = 2.4e-4
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * 9.1e-4);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * 2.4e-4);
    expect(values.every((x) => x >= 0 && x < 1)).toBe(true);
  });

  test("is normal: mean 0, variance 1, skewness 0, kurtosis 3", () => {
    const n = 100_000;
    const random = seeded(2);
    const values = Array.from({ length: n }, () => random.normal());
    const moment = (k: number): number => values.reduce((sum, x) => sum + x ** k, 0) / n;
    // four standard errors of the moments of a normal variable: sqrt of 1/n, 2/n, 15/n, 96/n
    const bound = (variance: number): number => 4 * Math.sqrt(variance / n);
    expect(Math.abs(moment(1))).toBeLessThan(bound(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(bound(2));
    expect(Math.abs(moment(3))).toBeLessThan(bound(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(bound(96));
    expect(values.every(Number.isFinite)).toBe(true);
  });

  test("neighbours do not follow from one another", () => {
    const n = 100_000;
    const values = draws(seeded(5), n + 1);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (values[i]! - 0.5) * (values[i + 1]! - 0.5);
    expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n)); // correlation, four standard errors
  });

  test("draws whole numbers below n, each as often", () => {
    const n = 60_000;
    const random = seeded(8);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < n; i++) counts[random.integer(6)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 6) ** 2 / (n / 6), 0);
    expect(chiSquare).toBeLessThan(20.5); // 99.9 % point of chi-square with 5 degrees of freedom
    expect(seeded(8).integer(1)).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses integer(%s) and item(-1)", (n) => {
    expect(() => seeded(1).integer(n)).toThrow(/^n: got/);
    try {
      seeded(1).item(-1);
      expect.unreachable();
    } catch (error) {
      expect(isCryoError(error, "value")).toBe(true);
    }
  });
});
