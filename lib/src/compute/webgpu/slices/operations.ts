/// <reference types="@webgpu/types" preserve="true" />
import type { Backend } from "../../backend.js";
import {
  checkEmptyGrid,
  checkFillGrid,
  checkGatherJob,
  checkInsertJob,
  checkSliceGrid,
} from "../../jobs/check-slice-job.js";
import { allocate, bufferOf } from "../device/buffers.js";
import type { Engine } from "../device/engine.js";
import { gatherDispatch } from "./gather.js";
import { emptyDispatch, fillDispatch, gridLength } from "./grid.js";
import { insertDispatches } from "./insert.js";

/** The operations of the backend on grids of slices. */
export function sliceOperations(
  device: GPUDevice,
  engine: Engine,
): Pick<Backend, "sliceGrid" | "fillGrid" | "emptyGrid" | "gatherSlices" | "insertSlices"> {
  return {
    sliceGrid(size) {
      checkSliceGrid(size);
      const { paddedSizePx, use } = size;
      const numbers = allocate(device, gridLength(size), `grid of slices, ${paddedSizePx} voxels wide`);
      return { paddedSizePx, use, numbers };
    },
    async fillGrid(grid, spectrum, options) {
      checkFillGrid(grid, spectrum);
      const [to, from] = [bufferOf(grid.numbers), bufferOf(spectrum)];
      await engine.job("grid of slices", () => [fillDispatch(grid, to, from)], options);
    },
    async emptyGrid(grid, spectrum, weights, options) {
      checkEmptyGrid(grid, spectrum, weights);
      const [from, to] = [bufferOf(grid.numbers), bufferOf(spectrum)];
      const counts = weights === undefined ? undefined : bufferOf(weights);
      await engine.job("grid of slices", () => [emptyDispatch(grid, from, to, counts)], options);
    },
    async gatherSlices(job, options) {
      const count = checkGatherJob(job);
      const [grid, to] = [bufferOf(job.grid.numbers), bufferOf(job.to)];
      await engine.job("slices", (memory) => [gatherDispatch(job, grid, to, count, memory)], options);
    },
    async insertSlices(job, options) {
      const count = checkInsertJob(job);
      const buffers = {
        grid: bufferOf(job.grid.numbers),
        slices: bufferOf(job.slices),
        ...(job.weights === undefined ? {} : { weights: bufferOf(job.weights) }),
      };
      await engine.job("slices", (memory) => insertDispatches(job, buffers, count, memory), options);
    },
  };
}
