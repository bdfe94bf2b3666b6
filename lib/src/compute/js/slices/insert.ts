import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import { checkInsertJob } from "../../jobs/check-slice-job.js";
import type { InsertJob } from "../../jobs/slice-jobs.js";
import { breatheFor } from "../../progress.js";
import { numbersOf } from "../residents.js";
import { forEachCorner, forEachPlace } from "./slice-places.js";

/** Adds central slices with their weights, see {@link InsertJob}; a sample of the grid is its complex sum and its weight. */
export async function insertSlices(job: InsertJob, options: TaskOptions = {}): Promise<void> {
  const slices = checkInsertJob(job);
  const { boxSizePx: n, grid } = job;
  const samples = numbersOf(grid.numbers);
  const from = numbersOf(job.slices);
  const weights = job.weights === undefined ? undefined : numbersOf(job.weights);
  const length = n * (Math.floor(n / 2) + 1);
  const breathe = breatheFor(startTask(options), "slices", 0, 1);
  for (let slice = 0; slice < slices; slice++) {
    forEachPlace(job, slice, (index, u, sign, x, y, z) => {
      const at = slice * length + index;
      const share = u === 0 ? 0.5 : 1; // column 0 holds both of two mates
      const re = share * from[2 * at]!;
      const im = share * sign * from[2 * at + 1]!;
      const counts = share * (weights?.[at] ?? 1);
      forEachCorner(grid.paddedSizePx, x, y, z, (sample, weight) => {
        samples[3 * sample]! += weight * re;
        samples[3 * sample + 1]! += weight * im;
        samples[3 * sample + 2]! += weight * counts;
      });
    });
    const pause = breathe((slice + 1) / slices);
    if (pause !== undefined) await pause;
  }
}
