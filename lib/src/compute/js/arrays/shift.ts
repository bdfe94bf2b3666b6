import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { ShiftJob } from "../../jobs/array-jobs.js";
import { phaseRamp } from "../../jobs/phase-ramp.js";
import { checkShiftJob } from "../../jobs/check-array-job.js";
import { breatheFor } from "../../progress.js";
import type { Breathe } from "../../progress.js";
import { numbersOf } from "../residents.js";

/** Moves arrays by phase ramps, see {@link ShiftJob}. */
export async function shiftArrays(job: ShiftJob, options: TaskOptions = {}): Promise<void> {
  checkShiftJob(job);
  const { shape, batch, shifts } = job;
  const spectra = numbersOf(job.spectra);
  const [nz, ny, nx] = [shape.at(-3) ?? 1, shape.at(-2) ?? 1, shape.at(-1)!];
  const width = Math.floor(nx / 2) + 1;
  const length = 2 * nz * ny * width;
  const task = startTask(options);
  for (let i = 0; i < batch; i++) {
    const of = (axis: number): number => (axis < 0 ? 0 : shifts[i * shape.length + axis]!);
    const ramps = {
      z: phaseRamp(nz, nz, of(shape.length - 3)),
      y: phaseRamp(ny, ny, of(shape.length - 2)),
      x: phaseRamp(nx, width, of(shape.length - 1)),
    };
    await turn(spectra.subarray(i * length, (i + 1) * length), ramps, breatheFor(task, "shift", i, batch));
  }
}

/** Phase ramps along the axes of a half spectrum. */
interface Ramps {
  readonly z: Float64Array;
  readonly y: Float64Array;
  readonly x: Float64Array;
}

async function turn(spectrum: Float32Array, { z, y, x }: Ramps, breathe: Breathe): Promise<void> {
  let at = 0;
  for (let k = 0; k < z.length; k += 2) {
    for (let j = 0; j < y.length; j += 2) {
      const re = z[k]! * y[j]! - z[k + 1]! * y[j + 1]!;
      const im = z[k]! * y[j + 1]! + z[k + 1]! * y[j]!;
      for (let i = 0; i < x.length; i += 2, at += 2) {
        const pr = re * x[i]! - im * x[i + 1]!;
        const pi = re * x[i + 1]! + im * x[i]!;
        const [fr, fi] = [spectrum[at]!, spectrum[at + 1]!];
        spectrum[at] = fr * pr - fi * pi;
        spectrum[at + 1] = fr * pi + fi * pr;
      }
      const pause = breathe(at / spectrum.length);
      if (pause !== undefined) await pause;
    }
  }
}
