import { laneOf, SliceJob, widthOf } from "./slice-job";

/** Step of a slice's columns and of its rows along one axis of the grid (0 for x), in samples. */
// @ts-ignore: decorator
@inline
export function columnStep(job: SliceJob, slice: i32, axis: i32): f64 {
  return rotationAt(job, slice, axis);
}

// @ts-ignore: decorator
@inline
export function rowStep(job: SliceJob, slice: i32, axis: i32): f64 {
  return rotationAt(job, slice, 3 + axis);
}

// @ts-ignore: decorator
@inline
function rotationAt(job: SliceJob, slice: i32, number: i32): f64 {
  const rotation = <usize>job.rotations + <usize>slice * 36;
  return (job.paddedSizePx / job.boxSizePx) * <f64>load<f32>(rotation + (<usize>number << 2));
}

/** Bytes of what {@link storeSteps} writes for a slice. */
// @ts-ignore: decorator
@inline
export function stepBytes(job: SliceJob): usize {
  return 6 * laneOf(job);
}

/** Where the offset of the plane z = 0 stands. */
// @ts-ignore: decorator
@inline
export function middlePlane(job: SliceJob): i32 {
  const half = <i32>job.paddedSizePx >> 1;
  return <i32>job.offsets + ((5 * (half + 1)) << 3);
}

/**
 * The places of a slice's columns from the begin of a row, on each axis as whole parts and fractions in `[0, 1]`: six lists. A
 * place is the sum of such a pair and that of the row's begin; kept apart, both are good to 1e-7 of a sample however large
 * the grid.
 */
export function storeSteps(job: SliceJob, slice: i32, steps: usize): void {
  const lane = laneOf(job);
  const width = widthOf(job);
  for (let axis = 0; axis < 3; axis++) {
    const step = f64x2.splat(columnStep(job, slice, axis));
    const wholes = steps + 2 * <usize>axis * lane;
    for (let u = 0; u < width; u += 2) {
      const place = f64x2.mul(step, f64x2(<f64>u, <f64>(u + 1)));
      const floor = f64x2.floor(place);
      v128.store64_lane(wholes + (<usize>u << 2), i32x4.trunc_sat_f64x2_s_zero(floor), 0);
      v128.store64_lane(wholes + lane + (<usize>u << 2), f32x4.demote_f64x2_zero(f64x2.sub(place, floor)), 0);
    }
  }
}

/**
 * Finds the samples around columns `first ... end - 1` of row v. Seven lists: where the offsets along x, y and z stand of the
 * sample below each place, the fractions beyond it, and the sign bit where a place stands for its opposite because x was
 * negative.
 */
export function placeColumns(
  job: SliceJob,
  slice: i32,
  v: i32,
  first: i32,
  end: i32,
  steps: usize,
  places: usize,
): void {
  const lane = laneOf(job);
  const half = <i32>job.paddedSizePx >> 1;
  const last = i32x4.splat(half);
  const lowest = i32x4.splat(-half - 1);
  const tableX = i32x4.splat(<i32>job.offsets);
  const tableY = i32x4.splat(<i32>job.offsets + ((3 * (half + 1)) << 3));
  const tableZ = i32x4.splat(middlePlane(job));
  const beginX = rowStep(job, slice, 0) * <f64>v;
  const beginY = rowStep(job, slice, 1) * <f64>v;
  const beginZ = rowStep(job, slice, 2) * <f64>v;
  const wholeX = wholeOf(beginX);
  const wholeY = wholeOf(beginY);
  const wholeZ = wholeOf(beginZ);
  const partX = partOf(beginX);
  const partY = partOf(beginY);
  const partZ = partOf(beginZ);
  for (let u = first; u < end; u += 4) {
    const from = steps + (<usize>u << 2);
    const to = places + (<usize>u << 2);
    const fx = f32x4.add(partX, v128.load(from + lane));
    const fy = f32x4.add(partY, v128.load(from + 3 * lane));
    const fz = f32x4.add(partZ, v128.load(from + 5 * lane));
    const cx = f32x4.ge(fx, f32x4.splat(1));
    const cy = f32x4.ge(fy, f32x4.splat(1));
    const cz = f32x4.ge(fz, f32x4.splat(1));
    const x = i32x4.sub(i32x4.add(wholeX, v128.load(from)), cx);
    const y = i32x4.sub(i32x4.add(wholeY, v128.load(from + 2 * lane)), cy);
    const z = i32x4.sub(i32x4.add(wholeZ, v128.load(from + 4 * lane)), cz);
    const opposite = i32x4.shr_s(x, 31);
    const nearX = i32x4.min_s(v128.xor(x, opposite), last);
    const nearY = i32x4.max_s(i32x4.min_s(v128.xor(y, opposite), last), lowest);
    const nearZ = i32x4.max_s(i32x4.min_s(v128.xor(z, opposite), last), lowest);
    v128.store(to, i32x4.add(tableX, i32x4.shl(nearX, 3)));
    v128.store(to + lane, i32x4.add(tableY, i32x4.shl(nearY, 3)));
    v128.store(to + 2 * lane, i32x4.add(tableZ, i32x4.shl(nearZ, 3)));
    v128.store(to + 3 * lane, beyond(fx, cx, opposite));
    v128.store(to + 4 * lane, beyond(fy, cy, opposite));
    v128.store(to + 5 * lane, beyond(fz, cz, opposite));
    v128.store(to + 6 * lane, i32x4.shl(opposite, 31));
  }
}

// @ts-ignore: decorator
@inline
function wholeOf(place: f64): v128 {
  return i32x4.splat(<i32>Math.floor(place));
}

// @ts-ignore: decorator
@inline
function partOf(place: f64): v128 {
  return f32x4.splat(<f32>(place - Math.floor(place)));
}

/** A fraction less the whole that was carried; of the opposite place, whose whole part is the complement, what is missing to 1. */
// @ts-ignore: decorator
@inline
function beyond(fraction: v128, carry: v128, opposite: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.abs(f32x4.sub(f32x4.sub(fraction, v128.and(carry, one)), v128.and(opposite, one)));
}
