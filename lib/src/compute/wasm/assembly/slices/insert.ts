import { timesPlus } from "../fused";
import { columnAt, inverseStep, risingRowStep } from "./slab";
import { columnsWithin, laneOf, signedRow, SliceJob, widthOf } from "./slice-job";
import { middlePlane, placeColumns, stepBytes, storeSteps } from "./slice-lines";

/** Rounding of places, in samples: what lies so near a slab is looked at, and added only where it is in it. */
const slack: f64 = 1e-3;

/**
 * Adds central slices, with weights. A block owns the planes of a slab of the grid, on either side of its middle plane, and
 * adds to them of all slices in turn: no two blocks write to the same sample, and the order of sums is that of the slices.
 */
export function insertSlices(args: usize, first: i32, last: i32, scratch: usize): void {
  const job = changetype<SliceJob>(args);
  const planes = <i32>job.slabPlanes;
  const half = <i32>job.paddedSizePx >> 1;
  for (let block = first; block < last; block++) {
    const near = block * planes;
    const far = near + planes < half ? near + planes : half + 2;
    for (let slice = 0; slice < <i32>job.count; slice++) insertSlab(job, slice, near, far, scratch);
  }
}

function insertSlab(job: SliceJob, slice: i32, near: i32, far: i32, steps: usize): void {
  const n = <i32>job.boxSizePx;
  const width = widthOf(job);
  const inverse = inverseStep(job, slice);
  const rise = risingRowStep(job, slice);
  const inner = max(0, <f64>(near - 1) - slack);
  const outer = <f64>far + slack;
  const places = steps + stepBytes(job);
  let stored = false;
  for (let row = 0; row < n; row++) {
    const v = signedRow(row, n);
    const columns = columnsWithin(job.radiusSquared, v);
    const begin = rise * <f64>v;
    const first = columnAt(-outer, begin, inverse, columns);
    const end = columnAt(outer, begin, inverse, columns);
    if (first == end) continue;
    if (!stored) storeSteps(job, slice, steps);
    stored = true;
    const left = columnAt(-inner, begin, inverse, columns);
    const right = columnAt(inner, begin, inverse, columns);
    const index = (slice * n + row) * width;
    if (left == right) {
      insertColumns(job, slice, v, first, end, index, near, far, steps, places);
    } else {
      insertColumns(job, slice, v, first, left, index, near, far, steps, places);
      insertColumns(job, slice, v, right, end, index, near, far, steps, places);
    }
  }
}

/** Adds columns `first ... end - 1` of a row whose first coefficient is number `index` of all slices. */
// @ts-ignore: decorator
@inline
function insertColumns(
  job: SliceJob,
  slice: i32,
  v: i32,
  first: i32,
  end: i32,
  index: i32,
  near: i32,
  far: i32,
  steps: usize,
  places: usize,
): void {
  if (first >= end) return;
  placeColumns(job, slice, v, first, end, steps, places);
  const grid = <usize>job.grid;
  const lane = laneOf(job);
  const middle = middlePlane(job);
  const from = <usize>job.slices + (<usize>index << 3);
  const counts = <usize>job.weights + (<usize>index << 2);
  const counted = job.weights != 0;
  for (let u = first; u < end; u++) {
    const place = places + (<usize>u << 2);
    const flip = v128.shuffle<i32>(v128.load32_zero(place + 6 * lane), i32x4.splat(0), 4, 0, 4, 4);
    const count = counted ? load<f32>(counts + (<usize>u << 2)) : 1;
    const value = f32x4.replace_lane(v128.xor(v128.load64_zero(from + (<usize>u << 3)), flip), 2, count);
    // column 0 holds both of two mates
    const z = (load<i32>(place + 2 * lane) - middle) >> 3;
    const lower = isWithin(z, near, far);
    const upper = isWithin(z + 1, near, far);
    if (lower || upper) {
      spread(grid, u == 0 ? f32x4.mul(value, f32x4.splat(0.5)) : value, place, lane, lower, upper);
    }
  }
}

// @ts-ignore: decorator
@inline
function isWithin(z: i32, near: i32, far: i32): bool {
  const distance = abs(z);
  return distance >= near && distance < far;
}

/** Shares a value out among the samples around a place, of its lower and upper plane where they are owned. */
// @ts-ignore: decorator
@inline
function spread(grid: usize, value: v128, place: usize, lane: usize, lower: bool, upper: bool): void {
  const x = <usize>load<u32>(place);
  const y = <usize>load<u32>(place + lane);
  const z = <usize>load<u32>(place + 2 * lane);
  const x0 = grid + <usize>load<u32>(x);
  const x1 = grid + <usize>load<u32>(x, 4);
  const y0 = <usize>load<u32>(y);
  const y1 = <usize>load<u32>(y, 4);
  const right = f32x4.mul(value, v128.load32_splat(place + 3 * lane));
  const left = f32x4.sub(value, right);
  const fy = v128.load32_splat(place + 4 * lane);
  const farLeft = f32x4.mul(left, fy);
  const farRight = f32x4.mul(right, fy);
  const nearLeft = f32x4.sub(left, farLeft);
  const nearRight = f32x4.sub(right, farRight);
  const fz = v128.load32_splat(place + 5 * lane);
  if (lower) {
    const gz = f32x4.sub(f32x4.splat(1), fz);
    const z0 = <usize>load<u32>(z);
    add(x0 + y0 + z0, nearLeft, gz);
    add(x1 + y0 + z0, nearRight, gz);
    add(x0 + y1 + z0, farLeft, gz);
    add(x1 + y1 + z0, farRight, gz);
  }
  if (upper) {
    const z1 = <usize>load<u32>(z, 4);
    add(x0 + y0 + z1, nearLeft, fz);
    add(x1 + y0 + z1, nearRight, fz);
    add(x0 + y1 + z1, farLeft, fz);
    add(x1 + y1 + z1, farRight, fz);
  }
}

// @ts-ignore: decorator
@inline
function add(sample: usize, value: v128, share: v128): void {
  v128.store(sample, timesPlus(value, share, v128.load(sample)));
}
