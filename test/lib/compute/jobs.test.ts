import { describe, expect, test } from "vitest";
import {
  checkMultiplyJob,
  checkResampleJob,
  checkShiftJob,
} from "../../../lib/src/compute/jobs/check-array-job.js";
import { checkFourierJob } from "../../../lib/src/compute/jobs/check-fourier-job.js";
import {
  checkGatherJob,
  checkInsertJob,
  checkSliceGrid,
} from "../../../lib/src/compute/jobs/check-slice-job.js";
import { phaseRamp } from "../../../lib/src/compute/jobs/phase-ramp.js";

const array = (length: number): { length: number } => ({ length });

describe("a Fourier job is refused", () => {
  const job = { kind: "forward", shape: [4, 6], batch: 2, from: array(96), to: array(96), scale: 1 } as const;

  test("unless its arrays have room for what its kind needs", () => {
    checkFourierJob(job);
    checkFourierJob({ ...job, kind: "real-to-half", from: array(48), to: array(64) });
    checkFourierJob({ ...job, kind: "half-to-real", from: array(64), to: array(48) });
    expect(() => checkFourierJob({ ...job, from: array(95) })).toThrow("Fourier job: from: got 95 numbers");
    checkFourierJob({ ...job, from: array(1000) });
    expect(() => checkFourierJob({ ...job, kind: "half-to-real", to: array(47) })).toThrow(
      "to: got 47 numbers, wanted at least 48",
    );
  });

  test("with no or too many axes, or no batch", () => {
    expect(() => checkFourierJob({ ...job, shape: [] })).toThrow("0 axes");
    expect(() => checkFourierJob({ ...job, shape: [1, 1, 1, 1] })).toThrow("4 axes");
    expect(() => checkFourierJob({ ...job, batch: 0 })).toThrow("batch");
  });
});

describe("a job on arrays is refused", () => {
  test("when a product's arrays don't go together", () => {
    checkMultiplyJob({ a: array(12), b: array(4), to: array(12), conjugate: false });
    expect(() => checkMultiplyJob({ a: array(12), b: array(8), to: array(12), conjugate: true })).toThrow(
      "b",
    );
    expect(() => checkMultiplyJob({ a: array(12), b: array(4), to: array(10), conjugate: true })).toThrow(
      "to",
    );
  });

  test("when a shift is not finite or missing", () => {
    const job = { spectra: array(24), shape: [4, 4], batch: 1, shifts: Float64Array.of(1, 2) };
    checkShiftJob(job);
    expect(() => checkShiftJob({ ...job, shifts: Float64Array.of(1) })).toThrow("shifts");
    expect(() => checkShiftJob({ ...job, shifts: Float64Array.of(1, Infinity) })).toThrow("finite");
  });

  test("when a lattice is not one", () => {
    const matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    const job = { from: array(8), to: array(8), shape: [2, 2, 2], matrix, offset: [0, 0, 0] } as const;
    checkResampleJob({ ...job, interpolation: "cubic" });
    expect(() => checkResampleJob({ ...job, matrix: [1], interpolation: "cubic" })).toThrow("matrix");
    expect(() => checkResampleJob({ ...job, to: array(7), interpolation: "cubic" })).toThrow("to");
  });
});

describe("a job on slices is refused", () => {
  const grid = { paddedSizePx: 8, use: "gather", numbers: array(1) } as const;
  const rotations = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  const job = { grid, rotations, boxSizePx: 4, radiusPx: 2, to: array(24) };

  test("when sizes don't fit", () => {
    expect(checkGatherJob(job)).toBe(1);
    expect(() => checkSliceGrid({ paddedSizePx: 7, use: "insert" })).toThrow("even");
    expect(() => checkGatherJob({ ...job, boxSizePx: 9 })).toThrow("boxSizePx");
    expect(() => checkGatherJob({ ...job, radiusPx: 2.5 })).toThrow("radiusPx");
    expect(() => checkGatherJob({ ...job, to: array(23) })).toThrow("to");
  });

  test("when a grid is used for what it was not made for", () => {
    expect(() => checkInsertJob({ ...job, slices: array(24) })).toThrow("use");
  });

  test("when a rotation is none: its places could lie outside the grid", () => {
    expect(() => checkGatherJob({ ...job, rotations: rotations.map((v) => 2 * v) })).toThrow("rotation 0");
    expect(() => checkGatherJob({ ...job, rotations: rotations.map(() => Number.NaN) })).toThrow(
      "rotation 0",
    );
    expect(() => checkGatherJob({ ...job, rotations: rotations.subarray(1) })).toThrow("nine");
  });
});

test("a phase ramp turns each frequency by its share, and keeps its digits far away", () => {
  const near = phaseRamp(7, 4, 0.25);
  const far = phaseRamp(7, 4, 7_000_000.25);
  for (let k = 0; k < 4; k++) {
    const angle = (-2 * Math.PI * k * 0.25) / 7;
    expect(near[2 * k]).toBeCloseTo(Math.cos(angle), 6);
    expect(near[2 * k + 1]).toBeCloseTo(Math.sin(angle), 6);
    expect(far[2 * k]).toBeCloseTo(near[2 * k]!, 6);
  }
});

test("the Nyquist frequency of an even axis stays real", () => {
  const ramp = phaseRamp(6, 6, 0.3);
  expect(ramp[7]).toBeCloseTo(0, 12);
  expect(ramp[6]).toBeCloseTo(Math.cos(0.3 * Math.PI), 6);
});
