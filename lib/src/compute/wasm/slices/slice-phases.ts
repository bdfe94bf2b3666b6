import type { SliceGridSize } from "../../jobs/slice-jobs.js";
import type { Phase, Tables } from "../phase.js";
import { gridOffsets, planeBytes } from "./grid-offsets.js";

/** Central slices in the kernels' memory: places of their numbers, and sizes. */
export interface SlicesInMemory {
  readonly size: SliceGridSize;
  readonly grid: number;
  readonly rotations: number;
  /** Half spectra; read into by a gather, added to the grid by an insertion. */
  readonly slices: number;
  readonly count: number;
  readonly boxSizePx: number;
  readonly radiusPx: number;
}

/** Coefficients of a block: a few milliseconds. */
const blockCoefficients = 2 ** 16;
/** Bytes of a slab on one side of the middle plane: both fit in a cache that cores share. */
const slabBytes = 2 ** 22;
/** Thinnest slab, in planes: rows cross thinner ones too quickly. */
const leastPlanes = 8;
/** From so many slices on it pays to bring slab after slab into the cache. */
const manySlices = 32;
/** Slabs that an insertion is cut into, so that many workers find work. */
const insertSlabs = 16;

/** Steps of a gather: blocks of a slab and some slices each, slab after slab. */
export function gatherPhases(slices: SlicesInMemory, tables: Tables): Phase[] {
  const { size, count, boxSizePx } = slices;
  const half = size.paddedSizePx / 2;
  const inSlabs = count >= manySlices;
  const planes = inSlabs ? Math.min(half, planesWithin(size)) : half;
  const slabs = Math.ceil(half / planes);
  const perBlock = atLeastOne((slabs * blockCoefficients) / coefficients(boxSizePx));
  return [
    {
      kernel: "gatherSlices",
      args: argsOf({ ...slices, perBlock, planes, weights: 0 }, tables),
      blocks: slabs * Math.ceil(count / perBlock),
      scratchBytes: scratchBytes(boxSizePx),
    },
  ];
}

/**
 * Steps of an insertion: some slices each, whose blocks are the slabs of the grid. `weights` is where those of the
 * coefficients are, 0 for none.
 */
export function insertPhases(slices: SlicesInMemory & { readonly weights: number }, tables: Tables): Phase[] {
  const { size, count, boxSizePx } = slices;
  const half = size.paddedSizePx / 2;
  const planes = Math.min(half, Math.max(leastPlanes, Math.ceil(half / insertSlabs)));
  const slabs = Math.ceil(half / planes);
  const perPhase = atLeastOne((slabs * blockCoefficients) / coefficients(boxSizePx));
  return Array.from({ length: Math.ceil(count / perPhase) }, (_, phase) => {
    const first = phase * perPhase;
    const before = first * coefficients(boxSizePx);
    const part = {
      ...slices,
      rotations: slices.rotations + 36 * first,
      slices: slices.slices + 8 * before,
      weights: slices.weights === 0 ? 0 : slices.weights + 4 * before,
      count: Math.min(perPhase, count - first),
    };
    return {
      kernel: "insertSlices",
      args: argsOf({ ...part, perBlock: 0, planes }, tables),
      blocks: slabs,
      scratchBytes: scratchBytes(boxSizePx),
    };
  });
}

function argsOf(
  job: SlicesInMemory & { readonly weights: number; readonly perBlock: number; readonly planes: number },
  tables: Tables,
): number[] {
  return [
    job.grid,
    gridOffsets(job.size, tables),
    job.rotations,
    job.slices,
    job.weights,
    job.boxSizePx,
    job.size.paddedSizePx,
    job.radiusPx ** 2,
    job.count,
    job.perBlock,
    job.planes,
  ];
}

function coefficients(boxSizePx: number): number {
  return boxSizePx * (Math.floor(boxSizePx / 2) + 1);
}

function planesWithin(size: SliceGridSize): number {
  return Math.max(leastPlanes, Math.floor(slabBytes / planeBytes(size)));
}

function atLeastOne(count: number): number {
  return Math.max(1, Math.floor(count));
}

/** Thirteen lists of a number per column: the steps of a slice and the places of a row. */
function scratchBytes(boxSizePx: number): number {
  return 13 * 4 * (Math.floor(boxSizePx / 2) + 8);
}
