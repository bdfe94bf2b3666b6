import { requireBetween, requireInteger, ShapeError, ValueError } from "../../core/index.js";
import type { Resident } from "../resident.js";
import { requireRoom } from "./check-array-job.js";
import type { GatherJob, InsertJob, SliceGridSize, SliceJob } from "./slice-jobs.js";

/** How far a rotation may be from one, in the products of its rows: float32 angles and products of a few matrices stay below. */
const rotationTolerance = 1e-4;

/** Throws unless the padded box of a grid of slices is of an even size. */
export function checkSliceGrid({ paddedSizePx }: SliceGridSize): void {
  requireInteger("slice grid: paddedSizePx", paddedSizePx, 2);
  if (paddedSizePx % 2 !== 0) {
    throw new ValueError("slice grid: paddedSizePx", { got: paddedSizePx, wanted: "an even number" });
  }
}

/** Throws unless slices can be read as a job says; returns how many. */
export function checkGatherJob(job: GatherJob): number {
  const slices = requireSlices("gather", job);
  requireRoom("gather: to", job.to, 2 * coefficientCount(job, slices));
  return slices;
}

/** Throws unless slices can be added as a job says; returns how many. */
export function checkInsertJob(job: InsertJob): number {
  const slices = requireSlices("insert", job);
  requireRoom("insert: slices", job.slices, 2 * coefficientCount(job, slices));
  if (job.weights !== undefined) requireRoom("insert: weights", job.weights, coefficientCount(job, slices));
  return slices;
}

function coefficientCount({ boxSizePx }: SliceJob, slices: number): number {
  return slices * boxSizePx * (Math.floor(boxSizePx / 2) + 1);
}

function requireSlices(use: "gather" | "insert", { grid, rotations, boxSizePx, radiusPx }: SliceJob): number {
  if (grid.use !== use) {
    throw new ValueError("slice grid: use", { got: grid.use, wanted: use });
  }
  requireInteger("slices: boxSizePx", boxSizePx, 1, grid.paddedSizePx);
  requireBetween("slices: radiusPx", radiusPx, 0, boxSizePx / 2, "Fourier pixels");
  if (rotations.length % 9 !== 0) {
    throw new ShapeError("slices: rotations", {
      got: `${rotations.length} numbers`,
      wanted: "nine for each slice",
    });
  }
  for (let at = 0; at < rotations.length; at += 9) requireRotation(rotations, at);
  return rotations.length / 9;
}

/** The first two rows are what a slice uses: of length 1 and at right angles, or places would leave the grid. */
function requireRotation(rotations: Float32Array, at: number): void {
  const dot = (a: number, b: number): number =>
    rotations[a]! * rotations[b]! +
    rotations[a + 1]! * rotations[b + 1]! +
    rotations[a + 2]! * rotations[b + 2]!;
  const wrong = Math.max(
    Math.abs(dot(at, at) - 1),
    Math.abs(dot(at + 3, at + 3) - 1),
    Math.abs(dot(at, at + 3)),
  );
  if (!(wrong <= rotationTolerance)) {
    throw new ValueError(`slices: rotation ${at / 9}`, {
      got: Array.from(rotations.subarray(at, at + 9)),
      wanted: "nine numbers of a rotation, row after row",
    });
  }
}

/** Throws unless `spectrum` holds the half spectrum of a grid. */
export function checkFillGrid({ paddedSizePx: n }: SliceGridSize, spectrum: Resident): void {
  requireRoom("fillGrid: spectrum", spectrum, 2 * n * n * (n / 2 + 1));
}

/** Throws unless `spectrum` has room for the half spectrum of a grid, and `weights` for its weights, which it must have. */
export function checkEmptyGrid(
  { paddedSizePx: n, use }: SliceGridSize,
  spectrum: Resident,
  weights: Resident | undefined,
): void {
  requireRoom("emptyGrid: spectrum", spectrum, 2 * n * n * (n / 2 + 1));
  if (weights === undefined) return;
  requireRoom("emptyGrid: weights", weights, n * n * (n / 2 + 1));
  if (use === "gather") {
    throw new ValueError("slice grid: use", {
      got: use,
      wanted: "insert, since a grid to read has no weights",
    });
  }
}
