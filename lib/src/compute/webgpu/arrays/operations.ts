import type { Backend } from "../../backend.js";
import { checkMultiplyJob, checkResampleJob, checkShiftJob } from "../../jobs/check-array-job.js";
import { bufferOf } from "../device/buffers.js";
import type { Engine } from "../device/engine.js";
import { multiplyDispatch } from "./multiply.js";
import { resampleDispatch } from "./resample.js";
import { shiftDispatch } from "./shift.js";

/** The operations of the backend on arrays. */
export function arrayOperations(engine: Engine): Pick<Backend, "multiply" | "shift" | "resample"> {
  return {
    async multiply(job, options) {
      checkMultiplyJob(job);
      const planned = {
        a: bufferOf(job.a),
        b: bufferOf(job.b),
        to: bufferOf(job.to),
        count: job.a.length / 2,
        period: job.b.length / 2,
        conjugate: job.conjugate,
      };
      await engine.job("product", () => [multiplyDispatch(planned)], options);
    },
    async shift(job, options) {
      checkShiftJob(job);
      const spectra = bufferOf(job.spectra);
      await engine.job("shift", (memory) => [shiftDispatch(job, spectra, memory)], options);
    },
    async resample(job, options) {
      checkResampleJob(job);
      const [from, to] = [bufferOf(job.from), bufferOf(job.to)];
      await engine.job("resampling", (memory) => [resampleDispatch(job, from, to, memory)], options);
    },
  };
}
