/// <reference types="@webgpu/types" preserve="true" />
import type { InsertJob } from "../../jobs/slice-jobs.js";
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import type { JobMemory } from "../device/job-memory.js";
import { brickSide, insertKernel, passingKernel } from "./insert-kernel.js";
import { radiusLimit, sliceAxes } from "./slice-axes.js";

/** The most words of 32 slices that bricks have notes of at a time, in all: 32 MiB. */
const mostNotes = 2 ** 23;

/** Samples of a grid in a box; x from 0 to Nyquist, y and z signed. The last ones are within. */
interface Region {
  readonly y: readonly [first: number, last: number];
  readonly z: readonly [first: number, last: number];
}

/** The buffers of an insertion. */
interface InsertBuffers {
  readonly grid: GPUBuffer;
  readonly slices: GPUBuffer;
  readonly weights?: GPUBuffer;
}

/** The dispatches that add slices to a grid, so many slices at a time that notes stay small; never two to a sample at once. */
export function insertDispatches(
  job: InsertJob,
  buffers: InsertBuffers,
  count: number,
  memory: JobMemory,
): Dispatch[] {
  const { boxSizePx, radiusPx, grid } = job;
  const padded = grid.paddedSizePx;
  const axes = memory.upload(sliceAxes(job));
  const reach = (radiusPx * padded) / boxSizePx;
  const allBricks = Math.ceil((padded + 1) / brickSide) ** 2 * Math.ceil((padded / 2 + 1) / brickSide);
  const words = Math.max(1, Math.min(Math.ceil(count / 32), Math.floor(mostNotes / allBricks)));
  const passing = memory.scratch(words * allBricks);
  const dispatches: Dispatch[] = [];
  for (let first = 0; first < count; first += 32 * words) {
    const some = { firstSlice: first, endSlice: Math.min(count, first + 32 * words), words, reach };
    for (const region of regionsOf(padded, reach)) {
      dispatches.push(...addTo(region, job, { ...buffers, axes, passing }, some));
    }
  }
  return dispatches;
}

/** Notes which slices pass the bricks of a region, and adds them. */
function addTo(
  { y, z }: Region,
  job: InsertJob,
  {
    grid,
    slices,
    weights,
    axes,
    passing,
  }: InsertBuffers & { readonly axes: GPUBuffer; readonly passing: GPUBuffer },
  some: {
    readonly firstSlice: number;
    readonly endSlice: number;
    readonly words: number;
    readonly reach: number;
  },
): Dispatch[] {
  const padded = job.grid.paddedSizePx;
  const [bricksX, bricksY, bricksZ] = [padded / 2 + 1, y[1] - y[0] + 1, z[1] - z[0] + 1].map((size) =>
    Math.ceil(size / brickSide),
  ) as [number, number, number];
  const groups = bricksX * bricksY * bricksZ;
  const parameters = { bricksX, bricksY, firstY: y[0], firstZ: z[0], ...some };
  return [
    elementDispatch(passingKernel, [axes, passing], { count: groups * some.words, ...parameters }),
    {
      kernel: insertKernel(weights !== undefined),
      buffers: [passing, axes, slices, ...(weights === undefined ? [] : [weights]), grid],
      parameters: {
        ...parameters,
        lastY: y[1],
        lastZ: z[1],
        n: job.boxSizePx,
        padded,
        limit: radiusLimit(job),
      },
      groups,
      cost: 64 * (some.endSlice - some.firstSlice),
    },
  ];
}

/**
 * The samples that slices reach. The grid ends at Nyquist, where the samples of both signs are one: what falls to those of the
 * positive sign is collected after the others, by itself.
 */
function regionsOf(padded: number, reach: number): Region[] {
  const nyquist = padded / 2;
  const inner = [-nyquist, nyquist - 1] as const;
  const outer = [nyquist, nyquist] as const;
  const whole: Region = { y: inner, z: inner };
  if (reach <= nyquist - 1) return [whole];
  return [whole, { y: outer, z: inner }, { y: inner, z: outer }, { y: outer, z: outer }];
}
