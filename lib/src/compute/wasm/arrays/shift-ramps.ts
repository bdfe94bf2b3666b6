import type { ShiftJob } from "../../jobs/array-jobs.js";
import { phaseRamp } from "../../jobs/phase-ramp.js";

/** A shape of 1 to 3 axes as three. */
export function threeAxes(shape: readonly number[]): [nz: number, ny: number, nx: number] {
  return [shape.at(-3) ?? 1, shape.at(-2) ?? 1, shape.at(-1)!];
}

/** For each array of a batch its phase ramps along z, y and x, one after the other, complex. */
export function shiftRamps({ shape, batch, shifts }: Omit<ShiftJob, "spectra">): Float32Array {
  const [nz, ny, nx] = threeAxes(shape);
  const width = Math.floor(nx / 2) + 1;
  const perArray = 2 * (nz + ny + width);
  const ramps = new Float32Array(batch * perArray);
  for (let i = 0; i < batch; i++) {
    const along = shifts.subarray(i * shape.length, (i + 1) * shape.length);
    ramps.set(phaseRamp(nz, nz, along.at(-3) ?? 0), i * perArray);
    ramps.set(phaseRamp(ny, ny, along.at(-2) ?? 0), i * perArray + 2 * nz);
    ramps.set(phaseRamp(nx, width, along.at(-1)!), i * perArray + 2 * (nz + ny));
  }
  return ramps;
}
