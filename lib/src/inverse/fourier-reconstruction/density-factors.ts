import { startTask } from "../../core/index.js";
import type { Task, TaskOptions } from "../../core/index.js";
import { shellIndex } from "../../fourier/index.js";
import { analyticFactors } from "./analytic-factors.js";
import { ballOf, forEachRow } from "./ball.js";
import type { Ball } from "./ball.js";
import { rampAt } from "./coefficient-weights.js";
import { iterativeFactors } from "./iterative-factors.js";
import type { ReconstructionSettings } from "./options.js";

/**
 * What the sums of a grid are to be multiplied by, from `density`, what fell on each sample, `[size, size, size / 2 + 1]`;
 * 0 outside the radius, and where nothing fell. Writes to `density`: to it comes the term of noise.
 */
export async function densityFactors(
  density: Float32Array,
  settings: ReconstructionSettings,
  options: TaskOptions,
): Promise<Float32Array> {
  const { boxSizePx, paddedSizePx, radiusPx, densityWeights, iterations } = settings;
  const ball = ballOf(paddedSizePx, (radiusPx * paddedSizePx) / boxSizePx);
  const task = startTask(options);
  await addNoise(density, ball, settings, task);
  return densityWeights === "analytic"
    ? analyticFactors(density, ball, task)
    : iterativeFactors(density, ball, iterations, task);
}

/** Adds the Wiener filter's term, in the measure of what fell on the grid. */
async function addNoise(
  density: Float32Array,
  ball: Ball,
  { boxSizePx, paddedSizePx, noiseToSignal }: ReconstructionSettings,
  task: Task,
): Promise<void> {
  if (noiseToSignal === undefined) return;
  const finer = paddedSizePx / boxSizePx;
  const last = noiseToSignal.length - 1;
  await forEachRow(ball, task, (at, count, square) => {
    for (let x = 0; x < count; x++) {
      const radius = Math.sqrt(square + x * x) / finer;
      const noise = noiseToSignal[Math.min(last, shellIndex(radius))]!;
      density[at + x]! += (rampAt(radius) * noise) / finer ** 3;
    }
  });
}
