import type { Backend } from "../../backend.js";
import { checkFourierJob } from "../../jobs/check-fourier-job.js";
import { bufferOf } from "../device/buffers.js";
import type { Engine } from "../device/engine.js";
import { planFourier } from "./plan-fourier.js";

/** The Fourier transforms of the backend. */
export function fourierOperation(engine: Engine): Pick<Backend, "fourier"> {
  return {
    async fourier(job, options) {
      checkFourierJob(job);
      const planned = { ...job, from: bufferOf(job.from), to: bufferOf(job.to) };
      await engine.job(
        "Fourier transform",
        (memory) => planFourier(planned, { memory, limits: engine.limits }),
        options,
      );
    },
  };
}
