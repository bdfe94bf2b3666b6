import type { Task } from "../../core/index.js";
import { shellIndex } from "../../fourier/index.js";
import { forEachRow } from "./ball.js";
import type { Ball } from "./ball.js";

/**
 * Least that an analytic weight divides by, over the mean of its shell. 1/1000, as in RELION: a sample that only the edge of
 * one coefficient has touched is not blown up.
 */
const smallestShare = 1 / 1000;

/** Each sample divided by what fell on it alone. */
export async function analyticFactors(density: Float32Array, ball: Ball, task: Task): Promise<Float32Array> {
  const sums = new Float64Array(ball.size);
  const counts = new Float64Array(ball.size);
  await forEachRow(ball, task, (at, count, square) => {
    for (let x = 0; x < count; x++) {
      const shell = shellIndex(Math.sqrt(square + x * x));
      sums[shell]! += density[at + x]!;
      counts[shell]! += 1;
    }
  });
  const least = sums.map((sum, shell) => (smallestShare * sum) / counts[shell]!);
  const factors = new Float32Array(density.length);
  await forEachRow(ball, task, (at, count, square) => {
    for (let x = 0; x < count; x++) {
      const fallen = density[at + x]!;
      const shell = shellIndex(Math.sqrt(square + x * x));
      if (fallen > 0) factors[at + x] = 1 / Math.max(fallen, least[shell]!);
    }
  });
  return factors;
}
