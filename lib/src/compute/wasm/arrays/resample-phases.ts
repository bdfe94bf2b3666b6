import type { Interpolation, ResampleJob } from "../../jobs/array-jobs.js";
import { mirrored } from "../../jobs/mirrored.js";
import type { Phase, Tables } from "../phase.js";

/** A {@link ResampleJob} whose arrays are places in the kernels' memory. */
export interface ResampleInMemory extends Omit<ResampleJob, "from" | "to"> {
  readonly from: number;
  readonly to: number;
}

/** Samples that a value is made of, along each axis. */
const support: Record<Interpolation, number> = { nearest: 1, linear: 2, cubic: 4 };
/** Voxels of a block: about a millisecond of the dearest interpolation. */
const blockVoxels = 2 ** 15;

/** Steps of a resampling. */
export function resamplePhases(job: ResampleInMemory, tables: Tables): Phase[] {
  const { shape, matrix } = job;
  const [nz, ny, nx] = shape;
  const perBlock = Math.ceil(blockVoxels / nx);
  const column = (axis: number): number[] => [matrix[axis]!, matrix[3 + axis]!, matrix[6 + axis]!];
  const args = [
    job.from,
    job.to,
    nx,
    ny,
    nz,
    mirroredOffsets(nx, 4, tables),
    mirroredOffsets(ny, 4 * nx, tables),
    mirroredOffsets(nz, 4 * nx * ny, tables),
    support[job.interpolation],
    perBlock,
    ...firstPlace(job),
    ...column(0),
    ...column(1),
    ...column(2),
  ];
  return [{ kernel: "resampleArray", args, blocks: Math.ceil((nz * ny) / perBlock), scratchBytes: 32 * nx }];
}

/** Where the result's voxel (0, 0, 0) lies in the array. */
function firstPlace({ shape, matrix, offset }: ResampleInMemory): number[] {
  const origin = [...shape].reverse().map((size) => Math.floor(size / 2)) as [number, number, number];
  return origin.map(
    (centre, axis) =>
      centre +
      offset[axis]! -
      matrix[3 * axis]! * origin[0] -
      matrix[3 * axis + 1]! * origin[1] -
      matrix[3 * axis + 2]! * origin[2],
  );
}

/** Where the byte offsets of samples -2 to `size + 1` of an axis are. */
function mirroredOffsets(size: number, stride: number, tables: Tables): number {
  return tables.keep(`mirrored offsets ${size} ${stride}`, () =>
    Int32Array.from({ length: size + 4 }, (_, place) => stride * mirrored(place - 2, size)),
  );
}
