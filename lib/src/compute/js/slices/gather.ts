import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import { checkGatherJob } from "../../jobs/check-slice-job.js";
import type { GatherJob } from "../../jobs/slice-jobs.js";
import { breatheFor } from "../../progress.js";
import { numbersOf } from "../residents.js";
import { forEachCorner, forEachPlace } from "./slice-places.js";

/** Reads central slices, see {@link GatherJob}. */
export async function gatherSlices(job: GatherJob, options: TaskOptions = {}): Promise<void> {
  const slices = checkGatherJob(job);
  const { boxSizePx: n, grid } = job;
  const samples = numbersOf(grid.numbers);
  const to = numbersOf(job.to);
  const length = 2 * n * (Math.floor(n / 2) + 1);
  const breathe = breatheFor(startTask(options), "slices", 0, 1);
  for (let slice = 0; slice < slices; slice++) {
    const out = to.subarray(slice * length, (slice + 1) * length).fill(0);
    forEachPlace(job, slice, (index, _u, sign, x, y, z) => {
      let re = 0;
      let im = 0;
      forEachCorner(grid.paddedSizePx, x, y, z, (sample, weight) => {
        re += weight * samples[2 * sample]!;
        im += weight * samples[2 * sample + 1]!;
      });
      out[2 * index] = re;
      out[2 * index + 1] = sign * im;
    });
    const pause = breathe((slice + 1) / slices);
    if (pause !== undefined) await pause;
  }
}
