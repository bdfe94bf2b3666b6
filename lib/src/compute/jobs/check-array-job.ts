import { requireFinite, requireInteger, ShapeError } from "../../core/index.js";
import type { Resident } from "../resident.js";
import type { MultiplyJob, ResampleJob, ShiftJob } from "./array-jobs.js";

/** Throws unless `array` has room for `length` numbers. */
export function requireRoom(what: string, array: Resident, length: number): void {
  if (array.length < length) {
    throw new ShapeError(what, { got: `${array.length} numbers`, wanted: `at least ${length}` });
  }
}

/** Throws unless the numbers `at ... at + length - 1` are within `array`. */
export function requireRange(what: string, array: Resident, at: number, length: number): void {
  requireInteger(`${what}: at`, at, 0);
  requireRoom(what, array, at + length);
}

/** Throws unless `a` and `to` are of one complex length, of which that of `b` is a whole part. */
export function checkMultiplyJob({ a, b, to }: MultiplyJob): void {
  if (a.length !== to.length || a.length % 2 !== 0) {
    throw new ShapeError("multiply: to", {
      got: `${to.length} numbers`,
      wanted: `${a.length}, an even number`,
    });
  }
  if (b.length === 0 || b.length % 2 !== 0 || a.length % b.length !== 0) {
    throw new ShapeError("multiply: b", {
      got: `${b.length} numbers`,
      wanted: `an even number of them that goes into ${a.length} without rest`,
    });
  }
}

/** Throws unless the spectra of a shift are there and each has finite shifts. */
export function checkShiftJob({ spectra, shape, batch, shifts }: ShiftJob): void {
  if (shape.length < 1 || shape.length > 3) {
    throw new ShapeError("shift: shape", { got: `${shape.length} axes`, wanted: "1 to 3" });
  }
  for (const size of shape) requireInteger("shift: shape", size, 1);
  requireInteger("shift: batch", batch, 0);
  const rows = shape.slice(0, -1).reduce((product, size) => product * size, batch);
  requireRoom("shift: spectra", spectra, 2 * rows * (Math.floor(shape.at(-1)! / 2) + 1));
  if (shifts.length !== batch * shape.length) {
    throw new ShapeError("shift: shifts", {
      got: `${shifts.length} numbers`,
      wanted: `${batch * shape.length}, one per axis and array`,
    });
  }
  for (const shift of shifts) requireFinite("shift: shifts", shift, "pixels");
}

/** Throws unless both arrays of a resampling hold its shape and the lattice is finite. */
export function checkResampleJob({ from, to, shape, matrix, offset }: ResampleJob): void {
  for (const size of shape) requireInteger("resample: shape", size, 1);
  const length = shape[0] * shape[1] * shape[2];
  requireRoom("resample: from", from, length);
  requireRoom("resample: to", to, length);
  if (matrix.length !== 9) {
    throw new ShapeError("resample: matrix", { got: `${matrix.length} numbers`, wanted: "9, row after row" });
  }
  for (const number of matrix) requireFinite("resample: matrix", number, "voxels per voxel");
  for (const number of offset) requireFinite("resample: offset", number, "voxels");
}
