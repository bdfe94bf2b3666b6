import { timesPlus } from "../fused";
import { ResampleJob } from "./resample-job";

/** Whether the nearest sample of a place, halves upwards, is one of the array: samples 0 to `last` along each axis. */
// @ts-ignore: decorator
@inline
export function isInside(whole: v128, fraction: v128, last: v128): bool {
  const nearest = i32x4.sub(whole, f32x4.ge(fraction, f32x4.splat(0.5)));
  const outside = v128.or(i32x4.lt_s(nearest, i32x4.splat(0)), i32x4.gt_s(nearest, last));
  return !v128.any_true(outside);
}

// @ts-ignore: decorator
@inline
export function readNearest(job: ResampleJob, whole: v128, fraction: v128): f32 {
  const nearest = i32x4.sub(whole, f32x4.ge(fraction, f32x4.splat(0.5)));
  const x = offsetAt(job.alongX, i32x4.extract_lane(nearest, 0));
  const y = offsetAt(job.alongY, i32x4.extract_lane(nearest, 1));
  const z = offsetAt(job.alongZ, i32x4.extract_lane(nearest, 2));
  return load<f32>(<usize>job.from + x + y + z);
}

// @ts-ignore: decorator
@inline
export function readLinear(job: ResampleJob, whole: v128, fraction: v128): f32 {
  const x = i32x4.extract_lane(whole, 0);
  const y = i32x4.extract_lane(whole, 1);
  const z = i32x4.extract_lane(whole, 2);
  const left = <usize>job.from + offsetAt(job.alongX, x);
  const right = <usize>job.from + offsetAt(job.alongX, x + 1);
  const y0 = offsetAt(job.alongY, y);
  const y1 = offsetAt(job.alongY, y + 1);
  const z0 = offsetAt(job.alongZ, z);
  const z1 = offsetAt(job.alongZ, z + 1);
  const near = f32x4(load<f32>(left + y0 + z0), load<f32>(right + y0 + z0), load<f32>(left + y1 + z0), load<f32>(right + y1 + z0));
  const far = f32x4(load<f32>(left + y0 + z1), load<f32>(right + y0 + z1), load<f32>(left + y1 + z1), load<f32>(right + y1 + z1));
  const plane = between(near, far, v128.shuffle<f32>(fraction, fraction, 2, 2, 2, 2));
  const pair = between(plane, v128.shuffle<f32>(plane, plane, 2, 3, 2, 3), v128.shuffle<f32>(fraction, fraction, 1, 1, 1, 1));
  const t = f32x4.extract_lane(fraction, 0);
  const low = f32x4.extract_lane(pair, 0);
  return low + (f32x4.extract_lane(pair, 1) - low) * t;
}

// @ts-ignore: decorator
@inline
export function readCubic(job: ResampleJob, whole: v128, fraction: v128): f32 {
  const x = i32x4.extract_lane(whole, 0);
  const y = i32x4.extract_lane(whole, 1);
  const z = i32x4.extract_lane(whole, 2);
  const weightsY = splineWeights(v128.shuffle<f32>(fraction, fraction, 1, 1, 1, 1));
  const weightsZ = splineWeights(v128.shuffle<f32>(fraction, fraction, 2, 2, 2, 2));
  const y0 = offsetAt(job.alongY, y - 1);
  const y1 = offsetAt(job.alongY, y);
  const y2 = offsetAt(job.alongY, y + 1);
  const y3 = offsetAt(job.alongY, y + 2);
  const w0 = v128.shuffle<f32>(weightsY, weightsY, 0, 0, 0, 0);
  const w1 = v128.shuffle<f32>(weightsY, weightsY, 1, 1, 1, 1);
  const w2 = v128.shuffle<f32>(weightsY, weightsY, 2, 2, 2, 2);
  const w3 = v128.shuffle<f32>(weightsY, weightsY, 3, 3, 3, 3);
  const contiguous = x >= 1 && x + 2 < <i32>job.sizeX;
  let sum = f32x4.splat(0);
  if (job.sizeZ == 1) {
    sum = planeSum(job, x, contiguous, <usize>job.from, y0, y1, y2, y3, w0, w1, w2, w3);
  } else {
    const z0 = planeSum(job, x, contiguous, <usize>job.from + offsetAt(job.alongZ, z - 1), y0, y1, y2, y3, w0, w1, w2, w3);
    const z1 = planeSum(job, x, contiguous, <usize>job.from + offsetAt(job.alongZ, z), y0, y1, y2, y3, w0, w1, w2, w3);
    const z2 = planeSum(job, x, contiguous, <usize>job.from + offsetAt(job.alongZ, z + 1), y0, y1, y2, y3, w0, w1, w2, w3);
    const z3 = planeSum(job, x, contiguous, <usize>job.from + offsetAt(job.alongZ, z + 2), y0, y1, y2, y3, w0, w1, w2, w3);
    sum = sumOfFour(
      z0, z1, z2, z3,
      v128.shuffle<f32>(weightsZ, weightsZ, 0, 0, 0, 0),
      v128.shuffle<f32>(weightsZ, weightsZ, 1, 1, 1, 1),
      v128.shuffle<f32>(weightsZ, weightsZ, 2, 2, 2, 2),
      v128.shuffle<f32>(weightsZ, weightsZ, 3, 3, 3, 3),
    );
  }
  sum = f32x4.mul(sum, splineWeights(v128.shuffle<f32>(fraction, fraction, 0, 0, 0, 0)));
  const halves = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 2, 3));
  return f32x4.extract_lane(halves, 0) + f32x4.extract_lane(halves, 1);
}

/** Four samples along x, each the sum of four rows of a plane with their weights. */
// @ts-ignore: decorator
@inline
function planeSum(job: ResampleJob, x: i32, contiguous: bool, plane: usize, y0: usize, y1: usize, y2: usize, y3: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  return sumOfFour(
    fourAt(job, plane + y0, x, contiguous),
    fourAt(job, plane + y1, x, contiguous),
    fourAt(job, plane + y2, x, contiguous),
    fourAt(job, plane + y3, x, contiguous),
    w0, w1, w2, w3,
  );
}

/** The sum of four with their weights. */
// @ts-ignore: decorator
@inline
function sumOfFour(a: v128, b: v128, c: v128, d: v128, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  return f32x4.add(timesPlus(a, w0, f32x4.mul(b, w1)), timesPlus(c, w2, f32x4.mul(d, w3)));
}

/** Samples x - 1 to x + 2 of a row. */
// @ts-ignore: decorator
@inline
function fourAt(job: ResampleJob, row: usize, x: i32, contiguous: bool): v128 {
  if (contiguous) return v128.load(row + (<usize>(x - 1) << 2));
  return mirroredFour(job, row, x);
}

function mirroredFour(job: ResampleJob, row: usize, x: i32): v128 {
  return f32x4(
    load<f32>(row + offsetAt(job.alongX, x - 1)),
    load<f32>(row + offsetAt(job.alongX, x)),
    load<f32>(row + offsetAt(job.alongX, x + 1)),
    load<f32>(row + offsetAt(job.alongX, x + 2)),
  );
}

/** Weights of the samples -1, 0, 1 and 2 for a place between 0 and 1, of the cubic B-spline. */
// @ts-ignore: decorator
@inline
function splineWeights(t: v128): v128 {
  const cube = f32x4(-1 / 6.0, 0.5, -0.5, 1 / 6.0);
  const square = f32x4(0.5, -1, 0.5, 0);
  const line = f32x4(-0.5, 0, 0.5, 0);
  const constant = f32x4(1 / 6.0, 4 / 6.0, 1 / 6.0, 0);
  return timesPlus(timesPlus(timesPlus(cube, t, square), t, line), t, constant);
}

// @ts-ignore: decorator
@inline
function between(a: v128, b: v128, t: v128): v128 {
  return timesPlus(f32x4.sub(b, a), t, a);
}

/** Byte offset of a sample, from a table that begins two samples before the array. */
// @ts-ignore: decorator
@inline
function offsetAt(table: f64, index: i32): usize {
  return <usize>load<i32>(<usize>table + (<usize>(index + 2) << 2));
}
