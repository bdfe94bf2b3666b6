import { startTask } from "../../../core/index.js";
import type { TaskOptions } from "../../../core/index.js";
import type { Resident } from "../../resident.js";
import { checkEmptyGrid, checkFillGrid, checkSliceGrid } from "../../jobs/check-slice-job.js";
import type { SliceGrid, SliceGridSize } from "../../jobs/slice-jobs.js";
import { breatheFor } from "../../progress.js";
import { allocateArray, numbersOf } from "../residents.js";

/** Numbers per sample: a complex one, and where slices are inserted its weight. */
const numbersPerSample = { gather: 2, insert: 3 } as const;

/** A grid in the order of the half spectrum, all 0. */
export function sliceGrid(size: SliceGridSize): SliceGrid {
  checkSliceGrid(size);
  const { paddedSizePx: n, use } = size;
  const length = numbersPerSample[use] * n * n * (n / 2 + 1);
  return { paddedSizePx: n, use, numbers: allocateArray(length, `grid of slices, ${n} voxels wide`) };
}

/** Fills a grid from a half spectrum. */
export async function fillGrid(
  grid: SliceGrid,
  spectrum: Resident,
  options: TaskOptions = {},
): Promise<void> {
  checkFillGrid(grid, spectrum);
  const [to, from] = [numbersOf(grid.numbers), numbersOf(spectrum)];
  const per = numbersPerSample[grid.use];
  await overPlanes(grid, options, (first, end) => {
    for (let sample = first; sample < end; sample++) {
      to[per * sample] = from[2 * sample]!;
      to[per * sample + 1] = from[2 * sample + 1]!;
    }
  });
}

/** Takes a grid apart into a half spectrum and weights, samples of the planes x = 0 and x = n / 2 joined with their mates. */
export async function emptyGrid(
  grid: SliceGrid,
  spectrum: Resident,
  weights: Resident | undefined,
  options: TaskOptions = {},
): Promise<void> {
  checkEmptyGrid(grid, spectrum, weights);
  const { paddedSizePx: n } = grid;
  const [from, to] = [numbersOf(grid.numbers), numbersOf(spectrum)];
  const counts = weights === undefined ? undefined : numbersOf(weights);
  const per = numbersPerSample[grid.use];
  const width = n / 2 + 1;
  await overPlanes(grid, options, (first, end) => {
    for (let sample = first; sample < end; sample++) {
      const x = sample % width;
      const mate = x === 0 || x === n / 2 ? mateOf(sample, n) : undefined;
      to[2 * sample] = from[per * sample]! + (mate === undefined ? 0 : from[per * mate]!);
      to[2 * sample + 1] = from[per * sample + 1]! - (mate === undefined ? 0 : from[per * mate + 1]!);
      if (counts !== undefined) {
        counts[sample] = from[per * sample + 2]! + (mate === undefined ? 0 : from[per * mate + 2]!);
      }
    }
  });
}

/** The sample at (x, -y, -z) of one at (x, y, z). */
function mateOf(sample: number, n: number): number {
  const width = n / 2 + 1;
  const x = sample % width;
  const y = Math.floor(sample / width) % n;
  const z = Math.floor(sample / (width * n));
  return (((n - z) % n) * n + ((n - y) % n)) * width + x;
}

async function overPlanes(
  { paddedSizePx: n }: SliceGrid,
  options: TaskOptions,
  copy: (first: number, end: number) => void,
): Promise<void> {
  const breathe = breatheFor(startTask(options), "grid of slices", 0, 1);
  const plane = n * (n / 2 + 1);
  for (let z = 0; z < n; z++) {
    copy(z * plane, (z + 1) * plane);
    const pause = breathe((z + 1) / n);
    if (pause !== undefined) await pause;
  }
}
