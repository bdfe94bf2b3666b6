import type { Task } from "../../core/index.js";
import { forEachRow } from "./ball.js";
import type { Ball } from "./ball.js";
import { forEachMeanRow, meanAlongX } from "./neighbour-mean.js";

/** What fell on a sample, over the mean of all, below which it is as good as nothing. */
const nothing = 1e-6;

/**
 * Weights that make their product with the density even among neighbours (Pipe & Menon 1999, Magn. Reson. Med. 41, 179):
 * again and again each is divided by the mean about it, taken to the power of the step.
 */
export async function iterativeFactors(
  density: Float32Array,
  ball: Ball,
  iterations: number,
  task: Task,
): Promise<Float32Array> {
  const least = nothing * (await meanOf(density, ball, task));
  const factors = new Float32Array(density.length);
  await forEachRow(ball, task, (at, count) => {
    for (let i = at; i < at + count; i++) factors[i] = density[i]! > least ? 1 : 0;
  });
  const alongX = new Float32Array(density.length);
  for (const [step, halves] of stepsInHalves(iterations).entries()) {
    await meanAlongX(alongX, factors, density, ball, task);
    await forEachMeanRow(alongX, ball, task, (means, at, count) => {
      divideByPower(factors, means, at, count, halves);
    });
    task.report({ stage: "density weights", done: step + 1, total: iterations });
  }
  return factors;
}

/**
 * How far the steps of a round go, in halves of a plain one: ever further, as in Chebyshev's iteration for errors of which
 * plain steps would take away a quarter or more (1.03, 1.3, 2.1 and 3.6 times as far), rounded to halves, whose powers are
 * roots and products. What a long step stirs up the next short one settles.
 */
const round = [2, 3, 4, 7] as const;

/** The steps of so many iterations: rounds of four, between a plain step that sets the scale and one that settles the last. */
export function stepsInHalves(iterations: number): number[] {
  const between = Array.from({ length: Math.max(0, iterations - 2) }, (_, i) => round[i % round.length]!);
  return [2, ...between, 2].slice(0, iterations);
}

/** Divides factors by means to a power given in halves. */
function divideByPower(
  factors: Float32Array,
  means: Float32Array,
  at: number,
  count: number,
  halves: number,
): void {
  for (let x = 0; x < count; x++) {
    const mean = means[x]!;
    let power = halves % 2 === 0 ? 1 : Math.sqrt(mean);
    for (let half = 2; half <= halves; half += 2) power *= mean;
    if (factors[at + x]! > 0) factors[at + x]! /= power;
  }
}

async function meanOf(density: Float32Array, ball: Ball, task: Task): Promise<number> {
  let [sum, samples] = [0, 0];
  await forEachRow(ball, task, (at, count) => {
    for (let i = at; i < at + count; i++) sum += density[i]!;
    samples += count;
  });
  return samples === 0 ? 0 : sum / samples;
}
