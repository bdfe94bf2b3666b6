import type { SliceGridSize } from "../../jobs/slice-jobs.js";
import type { Phase, Tables } from "../phase.js";
import { gridOffsets } from "./grid-offsets.js";

/** A grid of slices and its half spectrum in the kernels' memory. */
export interface GridInMemory {
  readonly size: SliceGridSize;
  readonly grid: number;
  readonly spectrum: number;
}

/** Steps that fill a grid from a half spectrum, plane by plane. */
export function fillGridPhases(grid: GridInMemory, tables: Tables): Phase[] {
  return phasesOf("fillSliceGrid", { ...grid, weights: 0 }, tables);
}

/** Steps that take a grid apart into a half spectrum and, where `weights` is not 0, weights. */
export function emptyGridPhases(grid: GridInMemory & { readonly weights: number }, tables: Tables): Phase[] {
  return phasesOf("emptySliceGrid", grid, tables);
}

function phasesOf(
  kernel: string,
  { size, grid, spectrum, weights }: GridInMemory & { readonly weights: number },
  tables: Tables,
): Phase[] {
  const args = [grid, gridOffsets(size, tables), spectrum, weights, size.paddedSizePx];
  return [{ kernel, args, blocks: size.paddedSizePx, scratchBytes: 0 }];
}
