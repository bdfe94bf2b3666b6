import type { Task } from "../../core/index.js";
import { forEachRow } from "./ball.js";
import type { Ball } from "./ball.js";
import { forEachMeanRow } from "./neighbour-mean.js";

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
  const powers = new Float32Array(ball.width);
  for (const [step, halves] of stepsInHalves(iterations).entries()) {
    await forEachMeanRow(factors, density, ball, task, (means, at, count) => {
      raise(powers, means, count, halves);
      divideRow(factors, at, powers, count);
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

/** Means to a power given in halves, 2 or more. */
function raise(powers: Float32Array, means: Float32Array, count: number, halves: number): void {
  if (halves % 2 === 0) for (let x = 0; x < count; x++) powers[x] = means[x]!;
  else for (let x = 0; x < count; x++) powers[x] = means[x]! * Math.sqrt(means[x]!);
  for (let half = 4; half <= halves; half += 2) {
    for (let x = 0; x < count; x++) powers[x]! *= means[x]!;
  }
}

/** Divides a row of factors; those that are 0 stay so. */
function divideRow(factors: Float32Array, at: number, by: Float32Array, count: number): void {
  for (let x = 0; x < count; x++) if (factors[at + x]! > 0) factors[at + x]! /= by[x]!;
}

async function meanOf(density: Float32Array, ball: Ball, task: Task): Promise<number> {
  let [sum, samples] = [0, 0];
  await forEachRow(ball, task, (at, count) => {
    for (let i = at; i < at + count; i++) sum += density[i]!;
    samples += count;
  });
  return samples === 0 ? 0 : sum / samples;
}
