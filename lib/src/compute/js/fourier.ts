import type { TaskOptions } from "../../core/index.js";
import { checkFourierJob } from "../jobs/check-fourier-job.js";
import type { FourierJob } from "../jobs/fourier-job.js";
import { transformArrays } from "./fourier/transform.js";
import { numbersOf } from "./residents.js";

/** Transforms a batch, see {@link FourierJob}. */
export async function fourier(job: FourierJob, options?: TaskOptions): Promise<void> {
  checkFourierJob(job);
  await transformArrays({ ...job, from: numbersOf(job.from), to: numbersOf(job.to) }, options);
}
