import { timesPlus } from "../fused";
import { columnAt, inverseStep, risingRowStep } from "./slab";
import { columnsWithin, laneOf, signedRow, SliceJob, widthOf } from "./slice-job";
import { placeColumns, stepBytes, storeSteps } from "./slice-lines";

/**
 * Reads central slices. A block takes a few slices and of them what lies in a slab of the grid: one slab on either side of its
 * middle plane, so that it does not matter which of two opposite places is read. Blocks go slab by slab, so that a slab stays
 * in the cache for all slices.
 */
export function gatherSlices(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<SliceJob>(args);
  const perBlock = <i32>job.perBlock;
  const count = <i32>job.count;
  const groups = (count + perBlock - 1) / perBlock;
  const half = job.paddedSizePx / 2;
  for (let block = first; block < last; block++) {
    const near = <f64>(block / groups) * job.slabPlanes;
    const far = near + job.slabPlanes < half ? near + job.slabPlanes : Infinity;
    const begin = (block % groups) * perBlock;
    const end = min(begin + perBlock, count);
    for (let slice = begin; slice < end; slice++) gatherSlab(job, slice, near, far, scratch);
  }
}

/** Reads the columns of a slice whose |z| is in `[near, far)`; where rows cross from slab to slab they do so at whole vectors. */
function gatherSlab(job: SliceJob, slice: i32, near: f64, far: f64, steps: usize): void {
  const n = <i32>job.boxSizePx;
  const width = widthOf(job);
  const inverse = inverseStep(job, slice);
  const rise = risingRowStep(job, slice);
  const places = steps + stepBytes(job);
  storeSteps(job, slice, steps);
  let to = <usize>job.slices + ((<usize>slice * <usize>n * <usize>width) << 3);
  for (let row = 0; row < n; row++, to += <usize>width << 3) {
    const v = signedRow(row, n);
    const columns = columnsWithin(job.radiusSquared, v);
    if (near == 0) memory.fill(to + (<usize>columns << 3), 0, <usize>(width - columns) << 3);
    const begin = rise * <f64>v;
    const first = wholeVectors(columnAt(-far, begin, inverse, columns), columns);
    const left = wholeVectors(columnAt(-near, begin, inverse, columns), columns);
    const right = wholeVectors(columnAt(near, begin, inverse, columns), columns);
    const end = wholeVectors(columnAt(far, begin, inverse, columns), columns);
    if (left == right) {
      gatherColumns(job, slice, v, first, end, to, steps, places);
    } else {
      gatherColumns(job, slice, v, first, left, to, steps, places);
      gatherColumns(job, slice, v, right, end, to, steps, places);
    }
  }
}

/** A column rounded down to a whole vector, the last one excepted. */
// @ts-ignore: decorator
@inline
function wholeVectors(column: i32, columns: i32): i32 {
  return column == columns ? column : column & ~3;
}

// @ts-ignore: decorator
@inline
function gatherColumns(
  job: SliceJob,
  slice: i32,
  v: i32,
  first: i32,
  end: i32,
  to: usize,
  steps: usize,
  places: usize,
): void {
  if (first >= end) return;
  placeColumns(job, slice, v, first, end, steps, places);
  const grid = <usize>job.grid;
  const lane = laneOf(job);
  let u = first;
  for (; u + 1 < end; u += 2) {
    const place = places + (<usize>u << 2);
    const both = across(
      between4(grid, place, lane),
      between4(grid, place + 4, lane),
      twice(v128.load64_zero(place + 3 * lane)),
    );
    const flips = v128.shuffle<i32>(v128.load64_zero(place + 6 * lane), i32x4.splat(0), 4, 0, 4, 1);
    v128.store(to + (<usize>u << 3), v128.xor(both, flips));
  }
  if (u == end) return;
  const place = places + (<usize>u << 2);
  const pairs = between4(grid, place, lane);
  const one = across(pairs, pairs, v128.load32_splat(place + 3 * lane));
  const flip = v128.shuffle<i32>(v128.load32_zero(place + 6 * lane), i32x4.splat(0), 4, 0, 4, 4);
  v128.store64_lane(to + (<usize>u << 3), v128.xor(one, flip), 0);
}

/** The complex pair of samples at x and x + 1 of a place, between its four rows along y and z. */
// @ts-ignore: decorator
@inline
function between4(grid: usize, place: usize, lane: usize): v128 {
  const x = <usize>load<u32>(place);
  const y = <usize>load<u32>(place + lane);
  const z = <usize>load<u32>(place + 2 * lane);
  const left = grid + <usize>load<u32>(x);
  const right = grid + <usize>load<u32>(x, 4);
  const y0 = <usize>load<u32>(y);
  const y1 = <usize>load<u32>(y, 4);
  const z0 = <usize>load<u32>(z);
  const z1 = <usize>load<u32>(z, 4);
  const fy = v128.load32_splat(place + 4 * lane);
  const lower = between(pair(left, right, y0 + z0), pair(left, right, y1 + z0), fy);
  const upper = between(pair(left, right, y0 + z1), pair(left, right, y1 + z1), fy);
  return between(lower, upper, v128.load32_splat(place + 5 * lane));
}

// @ts-ignore: decorator
@inline
function pair(left: usize, right: usize, row: usize): v128 {
  return v128.load64_lane(right + row, v128.load64_zero(left + row), 1);
}

// @ts-ignore: decorator
@inline
function between(a: v128, b: v128, t: v128): v128 {
  return timesPlus(f32x4.sub(b, a), t, a);
}

/** Two places between their samples along x. */
// @ts-ignore: decorator
@inline
function across(a: v128, b: v128, t: v128): v128 {
  return between(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3), t);
}

/** Each of the first two numbers twice. */
// @ts-ignore: decorator
@inline
function twice(t: v128): v128 {
  return v128.shuffle<f32>(t, t, 0, 0, 1, 1);
}
