import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { Interpolation, ResampleJob } from "../../jobs/array-jobs.js";
import { checkResampleJob } from "../../jobs/check-array-job.js";
import { breatheFor } from "../../progress.js";
import { numbersOf } from "../residents.js";
import { tapsOf } from "./taps.js";
import type { Taps } from "./taps.js";

/** Reads an array on a rotated and moved lattice, see {@link ResampleJob}. */
export async function resampleArray(job: ResampleJob, options: TaskOptions = {}): Promise<void> {
  checkResampleJob(job);
  const [nz, ny, nx] = job.shape;
  const read = reader(numbersOf(job.from), job.shape, job.interpolation);
  const to = numbersOf(job.to);
  const place = placeOf(job);
  const breathe = breatheFor(startTask(options), "resampling", 0, 1);
  for (let z = 0, at = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, at++)
        to[at] = read(place(0, x, y, z), place(1, x, y, z), place(2, x, y, z));
      const pause = breathe(at / (nz * ny * nx));
      if (pause !== undefined) await pause;
    }
  }
}

/** Where a point of the result lies in the array, along axis 0 for x, 1 for y, 2 for z. */
function placeOf({
  shape,
  matrix,
  offset,
}: ResampleJob): (axis: number, x: number, y: number, z: number) => number {
  const [oz, oy, ox] = shape.map((size) => Math.floor(size / 2)) as [number, number, number];
  const origin = [ox, oy, oz];
  return (axis, x, y, z) =>
    matrix[3 * axis]! * (x - ox) +
    matrix[3 * axis + 1]! * (y - oy) +
    matrix[3 * axis + 2]! * (z - oz) +
    origin[axis]! +
    offset[axis]!;
}

/** A function that reads an array at any point: a sum over the samples around it, which each axis weighs by itself. */
function reader(
  from: Float32Array,
  [nz, ny, nx]: ResampleJob["shape"],
  interpolation: Interpolation,
): (x: number, y: number, z: number) => number {
  const [alongX, alongY, alongZ] = [nx, ny, nz].map((size) => tapsOf(size, interpolation)) as [
    Taps,
    Taps,
    Taps,
  ];
  return (x, y, z) => {
    if (!alongX.at(x) || !alongY.at(y) || !alongZ.at(z)) return 0;
    let sum = 0;
    for (let k = 0; k < alongZ.index.length; k++) {
      const plane = alongZ.index[k]! * ny;
      for (let j = 0; j < alongY.index.length; j++) {
        const row = (plane + alongY.index[j]!) * nx;
        let along = 0;
        for (let i = 0; i < alongX.index.length; i++)
          along += alongX.weight[i]! * from[row + alongX.index[i]!]!;
        sum += alongZ.weight[k]! * alongY.weight[j]! * along;
      }
    }
    return sum;
  };
}
