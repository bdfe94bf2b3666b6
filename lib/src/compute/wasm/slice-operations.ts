import type { TaskOptions } from "../../core/index.js";
import type { Backend } from "../backend.js";
import {
  checkEmptyGrid,
  checkFillGrid,
  checkGatherJob,
  checkInsertJob,
  checkSliceGrid,
} from "../jobs/check-slice-job.js";
import type { SliceJob } from "../jobs/slice-jobs.js";
import type { Engine } from "./engine.js";
import type { Phase } from "./phase.js";
import type { Residents } from "./residents.js";
import { gridLength } from "./slices/grid-offsets.js";
import { emptyGridPhases, fillGridPhases } from "./slices/grid-phases.js";
import { gatherPhases, insertPhases } from "./slices/slice-phases.js";
import type { SlicesInMemory } from "./slices/slice-phases.js";

/** The operations on grids of slices. */
export type SliceOperations = Pick<
  Backend,
  "sliceGrid" | "fillGrid" | "emptyGrid" | "gatherSlices" | "insertSlices"
>;

/** Operations on grids of slices by an engine's kernels. */
export function sliceOperations(
  engine: Engine,
  { allocate, pointerOf }: Pick<Residents, "allocate" | "pointerOf">,
): SliceOperations {
  /** Runs what `phasesOf` makes of a job's slices, with its rotations in the kernels' memory meanwhile. */
  async function withSlices(
    job: SliceJob,
    slices: number,
    stage: string,
    phasesOf: (placed: SlicesInMemory) => Phase[],
    options: TaskOptions | undefined,
  ): Promise<void> {
    const { grid, rotations, boxSizePx, radiusPx } = job;
    const at = engine.allocate(rotations.byteLength, "rotations of slices");
    try {
      engine.floats(at, rotations.length).set(rotations);
      const count = rotations.length / 9;
      const placed = { size: grid, grid: pointerOf(grid.numbers), rotations: at, slices };
      const phases = phasesOf({ ...placed, count, boxSizePx, radiusPx });
      await engine.run(phases, stage, sliceWork * count * boxSizePx ** 2, options);
    } finally {
      engine.free(at);
    }
  }

  return {
    sliceGrid(size) {
      checkSliceGrid(size);
      const { paddedSizePx, use } = size;
      return {
        paddedSizePx,
        use,
        numbers: allocate(gridLength(size), `grid of slices, ${paddedSizePx} voxels wide`),
      };
    },
    async fillGrid(grid, spectrum, options) {
      checkFillGrid(grid, spectrum);
      const placed = { size: grid, grid: pointerOf(grid.numbers), spectrum: pointerOf(spectrum) };
      await engine.run(fillGridPhases(placed, engine.tables), "grid of slices", spectrum.length, options);
    },
    async emptyGrid(grid, spectrum, weights, options) {
      checkEmptyGrid(grid, spectrum, weights);
      const placed = {
        size: grid,
        grid: pointerOf(grid.numbers),
        spectrum: pointerOf(spectrum),
        weights: weights === undefined ? 0 : pointerOf(weights),
      };
      await engine.run(emptyGridPhases(placed, engine.tables), "grid of slices", spectrum.length, options);
    },
    async gatherSlices(job, options) {
      checkGatherJob(job);
      const phases = (placed: SlicesInMemory): Phase[] => gatherPhases(placed, engine.tables);
      await withSlices(job, pointerOf(job.to), "reading slices", phases, options);
    },
    async insertSlices(job, options) {
      checkInsertJob(job);
      const weights = job.weights === undefined ? 0 : pointerOf(job.weights);
      const phases = (placed: SlicesInMemory): Phase[] => insertPhases({ ...placed, weights }, engine.tables);
      await withSlices(job, pointerOf(job.slices), "adding slices", phases, options);
    },
  };
}

/** A coefficient read or added costs as much as so many numbers of a product. */
const sliceWork = 8;
