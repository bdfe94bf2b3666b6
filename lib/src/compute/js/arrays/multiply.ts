import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { MultiplyJob } from "../../jobs/array-jobs.js";
import { checkMultiplyJob } from "../../jobs/check-array-job.js";
import { breatheFor } from "../../progress.js";
import { numbersOf } from "../residents.js";

/** Numbers between two breaths: about 1 ms. */
const blockLength = 2 ** 18;

/** Product of complex arrays, see {@link MultiplyJob}. */
export async function multiplyArrays(job: MultiplyJob, options: TaskOptions = {}): Promise<void> {
  checkMultiplyJob(job);
  const [a, b, to] = [numbersOf(job.a), numbersOf(job.b), numbersOf(job.to)];
  const breathe = breatheFor(startTask(options), "product", 0, 1);
  const sign = job.conjugate ? -1 : 1;
  for (let start = 0; start < a.length; start += blockLength) {
    const end = Math.min(a.length, start + blockLength);
    for (let i = start, j = start % b.length; i < end; i += 2, j += 2) {
      if (j === b.length) j = 0;
      const [ar, ai, br, bi] = [a[i]!, a[i + 1]!, b[j]!, sign * b[j + 1]!];
      to[i] = ar * br - ai * bi;
      to[i + 1] = ar * bi + ai * br;
    }
    const pause = breathe(end / a.length);
    if (pause !== undefined) await pause;
  }
}
