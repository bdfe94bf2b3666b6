import { isInside, readCubic, readLinear, readNearest } from "./interpolate";
import { ResampleJob } from "./resample-job";

/** Reads an array on a rotated and moved lattice, some rows per block. */
export function resampleArray(args: usize, first: i32, last: i32, steps: usize): void {
  const job = changetype<ResampleJob>(args);
  const nx = <i32>job.sizeX;
  const ny = <i32>job.sizeY;
  for (let x = 0; x < nx; x++) {
    const along = <f64>x;
    const step = steps + (<usize>x << 5);
    v128.store(step, wholesOf(along * job.stepXX, along * job.stepXY, along * job.stepXZ));
    v128.store(step, partsOf(along * job.stepXX, along * job.stepXY, along * job.stepXZ), 16);
  }
  const end = min(last * <i32>job.perBlock, ny * <i32>job.sizeZ);
  for (let row = first * <i32>job.perBlock; row < end; row++) {
    const y = <f64>(row % ny);
    const z = <f64>(row / ny);
    const beginX = job.beginX + y * job.stepYX + z * job.stepZX;
    const beginY = job.beginY + y * job.stepYY + z * job.stepZY;
    const beginZ = job.beginZ + y * job.stepYZ + z * job.stepZZ;
    const to = <usize>job.to + ((<usize>row * <usize>nx) << 2);
    resampleRow(job, to, wholesOf(beginX, beginY, beginZ), partsOf(beginX, beginY, beginZ), steps);
  }
}

/**
 * A row of the result. A place is the sum of the row's begin and of a step along it, each kept as whole parts `[x, y, z, 0]` and
 * fractions in `[0, 1]`, which are good to 1e-7 of a voxel however large the array.
 */
function resampleRow(job: ResampleJob, to: usize, wholes: v128, parts: v128, steps: usize): void {
  const support = <i32>job.support;
  const last = i32x4(<i32>job.sizeX - 1, <i32>job.sizeY - 1, <i32>job.sizeZ - 1, 0);
  const one = f32x4.splat(1);
  const end = to + (<usize>job.sizeX << 2);
  for (; to < end; to += 4, steps += 32) {
    const sum = f32x4.add(parts, v128.load(steps, 16));
    const carry = f32x4.ge(sum, one);
    const fraction = f32x4.sub(sum, v128.and(carry, one));
    const whole = i32x4.sub(i32x4.add(wholes, v128.load(steps)), carry);
    if (!isInside(whole, fraction, last)) store<f32>(to, 0);
    else if (support == 4) store<f32>(to, readCubic(job, whole, fraction));
    else if (support == 2) store<f32>(to, readLinear(job, whole, fraction));
    else store<f32>(to, readNearest(job, whole, fraction));
  }
}

// @ts-ignore: decorator
@inline
function wholesOf(x: f64, y: f64, z: f64): v128 {
  return i32x4(<i32>Math.floor(x), <i32>Math.floor(y), <i32>Math.floor(z), 0);
}

// @ts-ignore: decorator
@inline
function partsOf(x: f64, y: f64, z: f64): v128 {
  return f32x4(<f32>(x - Math.floor(x)), <f32>(y - Math.floor(y)), <f32>(z - Math.floor(z)), 0);
}
