import type { TaskOptions } from "../../core/index.js";
import { checkFourierJob } from "../jobs/check-fourier-job.js";
import type { FourierJob } from "../jobs/fourier-job.js";
import { transformArrays } from "./fourier/transform.js";
import { numbersOf } from "./residents.js";

/** Transforms a batch, see {@link FourierJob}. */
export async function fourier(job: FourierJob, options?: TaskOptions): Promise<void> {
  const [fromLength, toLength] = checkFourierJob(job);
  const from = numbersOf(job.from).subarray(0, fromLength);
  const to = job.to === job.from ? from : numbersOf(job.to).subarray(0, toLength);
  await transformArrays({ ...job, from, to }, options);
}
