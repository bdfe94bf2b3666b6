import { describe, expect, test } from "vitest";
import { bFactorGain, filterArray, shellCorrelation, shellIndex, softSphere } from "vitrine/fourier";
import type { Gain } from "vitrine/fourier";
import golden from "../../golden/fourier/shell-correlations.json" with { type: "json" };
import { largestDifference, noise } from "./arrays.js";

/** Sums of some thousand products in double precision. */
const double = 1e-12;

describe("K1: correlation in shells", () => {
  test.each(golden.cases.map((entry) => [entry.shape.join(" x "), entry] as const))(
    "numpy's numbers over the full transform, %s",
    async (_, { shape, a, b, correlation, counts }) => {
      const ours = await shellCorrelation(Float64Array.from(a), Float64Array.from(b), shape);
      expect(largestDifference(ours.correlation, correlation)).toBeLessThan(double);
      expect(Array.from(ours.counts)).toEqual(counts);
    },
  );

  test("a map with itself is 1, with its negative -1, and size does not matter", async () => {
    const data = noise(11 ** 3);
    const same = await shellCorrelation(
      data,
      data.map((value) => 7 * value),
      [11, 11, 11],
    );
    expect(
      largestDifference(
        same.correlation,
        same.correlation.map(() => 1),
      ),
    ).toBeLessThan(double);
    const opposite = await shellCorrelation(
      data,
      data.map((value) => -value),
      [11, 11, 11],
    );
    expect(
      largestDifference(
        opposite.correlation,
        opposite.correlation.map(() => -1),
      ),
    ).toBeLessThan(double);
  });

  test("independent noise correlates by chance only, 1 / sqrt(n) in a shell of n coefficients", async () => {
    const n = 32;
    const { correlation, counts } = await shellCorrelation(noise(n ** 3, 1), noise(n ** 3, 2), [n, n, n]);
    const scores = Array.from(correlation.slice(1), (value, i) => value * Math.sqrt(counts[i + 1]!));
    const meanSquare = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
    // a chi-square of 16 shells: mean 1, standard deviation sqrt(2 / 16); four of them
    expect(Math.abs(meanSquare - 1)).toBeLessThan(4 * Math.sqrt(2 / scores.length));
  });

  test("a shell without power is NaN", async () => {
    const flat = new Float64Array(64).fill(3);
    const { correlation } = await shellCorrelation(flat, flat, [8, 8]);
    expect(Array.from(correlation)).toEqual([1, NaN, NaN, NaN, NaN]);
  });
});

// @figure K2 a gain that is the same over each shell: 2e-13; B = 300 Å² as it is, 24 voxels of 2 Å: 0.009; after a mask 0.04 to 0.5
describe("K2: an isotropic filter that vanishes nowhere", () => {
  const n = 24;
  const shape = [n, n, n];
  const voxelSizeA = 2;
  const signal = noise(n ** 3, 1);
  const half = (seed: number): Float64Array => {
    const own = noise(n ** 3, seed);
    return own.map((value, i) => value + signal[i]!);
  };
  const [a, b] = [half(2), half(3)];
  const gainOf = (bFactorA2: number): Gain => bFactorGain(bFactorA2, voxelSizeA);
  /** The same gain for a whole shell. */
  const stepped = (gain: Gain): Gain => {
    return (cyclesPerPx) => gain(shellIndex(cyclesPerPx * n) / n);
  };
  const change = async (gain: Gain, mask?: Float32Array): Promise<number> => {
    const masked = (data: Float64Array): Float64Array => data.map((value, i) => value * (mask?.[i] ?? 1));
    const before = await shellCorrelation(masked(a), masked(b), shape);
    const [fa, fb] = [await filterArray(a, shape, gain), await filterArray(b, shape, gain)];
    const after = await shellCorrelation(masked(fa), masked(fb), shape);
    return largestDifference(before.correlation, after.correlation);
  };

  test.each([-300, 300])("B = %i Å², the same over each shell, leaves the correlation", async (bFactorA2) => {
    expect(await change(stepped(gainOf(bFactorA2)))).toBeLessThan(1e-10);
  });

  // The invariance is exact only for a gain that is the same over a shell. B = 300 Å² varies within one, which weighs its
  // coefficients anew: 0.009 measured here, far above 1e-10 and well below the scatter of 1 / sqrt(n) in these shells.
  test.each([-300, 300])("B = %i Å² as it is changes it a little, within shells", async (bFactorA2) => {
    const measured = await change(gainOf(bFactorA2));
    expect(measured).toBeGreaterThan(1e-4);
    expect(measured).toBeLessThan(0.02);
  });

  // measured: 0.04 for 300, 0.52 for -300
  test.each([
    [300, 0.02],
    [-300, 0.2],
  ])("after a mask B = %i Å², even the stepped one, changes it by more than %f", async (bFactorA2, least) => {
    expect(await change(stepped(gainOf(bFactorA2)), softSphere(shape, 7, 3))).toBeGreaterThan(least);
  });
});
