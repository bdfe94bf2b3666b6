import type { Backend } from "../backend.js";
import { checkMultiplyJob, checkResampleJob, checkShiftJob } from "../jobs/check-array-job.js";
import { clearPhases, multiplyPhases, shiftPhases } from "./arrays/array-phases.js";
import { resamplePhases } from "./arrays/resample-phases.js";
import { shiftRamps, threeAxes } from "./arrays/shift-ramps.js";
import type { Engine } from "./engine.js";
import type { Resident } from "../resident.js";

/** The operations on arrays. */
export type ArrayOperations = Pick<Backend, "clear" | "multiply" | "shift" | "resample">;

/** Operations on arrays by an engine's kernels. */
export function arrayOperations(engine: Engine, pointerOf: (array: Resident) => number): ArrayOperations {
  return {
    clear(array) {
      return engine.run(clearPhases(pointerOf(array), array.length), "clearing", array.length);
    },
    async multiply(job, options) {
      checkMultiplyJob(job);
      const { a, b, to, conjugate } = job;
      const phases = multiplyPhases({
        a: pointerOf(a),
        b: pointerOf(b),
        to: pointerOf(to),
        length: a.length / 2,
        period: b.length / 2,
        conjugate,
      });
      await engine.run(phases, "product", a.length, options);
    },
    async shift(job, options) {
      checkShiftJob(job);
      const ramps = shiftRamps(job);
      const at = engine.allocate(ramps.byteLength, "shift");
      try {
        engine.floats(at, ramps.length).set(ramps);
        const shape = threeAxes(job.shape);
        const phases = shiftPhases({ spectra: pointerOf(job.spectra), ramps: at, shape, batch: job.batch });
        await engine.run(phases, "shift", job.spectra.length, options);
      } finally {
        engine.free(at);
      }
    },
    async resample(job, options) {
      checkResampleJob(job);
      const phases = resamplePhases(
        { ...job, from: pointerOf(job.from), to: pointerOf(job.to) },
        engine.tables,
      );
      await engine.run(phases, "resampling", resampleWork * job.to.length, options);
    },
  };
}

/** A resampled voxel costs as much as so many numbers of a product. */
const resampleWork = 16;
