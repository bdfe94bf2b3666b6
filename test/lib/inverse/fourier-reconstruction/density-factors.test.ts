import { describe, expect, test } from "vitest";
import { seeded } from "vitrine";
import { startTask } from "../../../../lib/src/core/index.js";
import { analyticFactors } from "../../../../lib/src/inverse/fourier-reconstruction/analytic-factors.js";
import { ballOf } from "../../../../lib/src/inverse/fourier-reconstruction/ball.js";
import { rampAt, rampOf } from "../../../../lib/src/inverse/fourier-reconstruction/coefficient-weights.js";
import { densityFactors } from "../../../../lib/src/inverse/fourier-reconstruction/density-factors.js";
import { stepsInHalves } from "../../../../lib/src/inverse/fourier-reconstruction/iterative-factors.js";
import { forEachMeanRow } from "../../../../lib/src/inverse/fourier-reconstruction/neighbour-mean.js";
import { resolveReconstruction } from "../../../../lib/src/inverse/fourier-reconstruction/options.js";
import type { ReconstructionOptions } from "../../../../lib/src/inverse/index.js";

const n = 12;
const size = 24;
const samples = size * size * (size / 2 + 1);
const settingsOf = (options: ReconstructionOptions) =>
  resolveReconstruction({ boxSizePx: n, pixelSizeA: 2 }, options);

/** A density that varies tenfold from sample to sample. */
function uneven(): Float32Array {
  const random = seeded(8);
  return Float32Array.from({ length: samples }, () => 10 ** random.uniform());
}

/** How far the neighbours' means of density times factors are from 1, at most and on average, two samples inside the rim. */
async function unevenness(
  density: Float32Array,
  factors: Float32Array,
): Promise<{ most: number; mean: number }> {
  const inner = ballOf(size, 9);
  let [most, sum, count] = [0, 0, 0];
  await forEachMeanRow(density, factors, ballOf(size, 11), startTask(), (means, at) => {
    for (let x = 0; x < inner.reach[at / inner.width]!; x++) {
      const off = Math.abs(means[x]! - 1);
      most = Math.max(most, off);
      sum += off;
      count += 1;
    }
  });
  return { most, mean: sum / count };
}

describe("iterative weights", () => {
  test("make density even among neighbours, better with every step", async () => {
    const density = uneven();
    const mean: number[] = [];
    for (const iterations of [1, 3, 10, 30]) {
      const factors = await densityFactors(density.slice(), settingsOf({ iterations }), {});
      mean.push((await unevenness(density, factors)).mean);
    }
    expect([...mean].sort((a, b) => b - a)).toEqual(mean);
    expect(mean.at(-1)).toBeLessThan(0.02);
  });

  test("go ever further in rounds of four steps", () => {
    expect([1, 2, 3, 6].map(stepsInHalves)).toEqual([[2], [2, 2], [2, 2, 2], [2, 2, 3, 4, 7, 2]]);
    expect(stepsInHalves(10)).toEqual([2, 2, 3, 4, 7, 2, 3, 4, 7, 2]);
  });

  test("do not depend on the scale of the density", async () => {
    const density = uneven();
    const one = await densityFactors(density.slice(), settingsOf({}), {});
    const large = await densityFactors(
      density.map((value) => 1024 * value),
      settingsOf({}),
      {},
    );
    expect(large.map((value) => 1024 * value)).toEqual(one);
  });

  test("stay finite and are 0 where nothing fell", async () => {
    const density = uneven().map((value, i) => (i % 7 < 5 ? 0 : i % 7 === 5 ? 1e-30 * value : value));
    const factors = await densityFactors(density, settingsOf({ iterations: 100 }), {});
    expect(factors.every(Number.isFinite)).toBe(true);
    factors.forEach((factor, i) => {
      if (density[i] === 0) expect(factor).toBe(0);
    });
  });
});

describe("analytic weights", () => {
  test("divide by the density, and by no less than a thousandth of its shell's mean", async () => {
    const density = new Float32Array(samples).fill(2);
    density[5] = 1e-9; // x = 5 of the row through the origin
    const direct = await analyticFactors(density, ballOf(size, 11), startTask());
    const factors = await densityFactors(
      density,
      settingsOf({ densityWeights: "analytic", radiusPx: 5.5 }),
      {},
    );
    expect(factors).toEqual(direct);
    expect(factors[4]).toBe(0.5);
    expect(factors[5]).toBeGreaterThan(400);
    expect(factors[5]).toBeLessThan(600);
    expect(factors[11]).toBe(0); // twice the radius
  });
});

describe("the term of noise", () => {
  test("comes to the density with the ramp and the share of a sample", async () => {
    const noiseToSignal = [0, 0, 4, 0, 0, 0, 0];
    const settings = settingsOf({ densityWeights: "analytic", noiseToSignal });
    const density = new Float32Array(samples).fill(1);
    const factors = await densityFactors(density, settings, {});
    expect(factors[4]).toBeCloseTo(1 / (1 + (rampAt(2) * 4) / 2 ** 3), 6);
    expect(factors[2]).toBe(1);
  });
});

describe("what coefficients count for", () => {
  test("grows with the radius, in every direction", () => {
    const ramp = rampOf(5);
    expect(ramp[0]).toBe(0.25);
    expect(ramp[2]).toBe(2);
    expect(ramp[3 * 1 + 1]).toBeCloseTo(Math.SQRT2, 6);
    expect(ramp[3 * 4 + 1]).toBeCloseTo(Math.SQRT2, 6);
  });
});
