import { ColumnsJob } from "./jobs";
import { LinePlan } from "./line-plan";
import { complex, evens, highPairs, imaginary, lowPairs, odds, quartet, times } from "./quartet";
import { transform } from "./transform";
import { entry } from "./walk";

/** Quartets of columns in a group: 16 columns, two lines of a cache in each row. */
const quartets: i32 = 4;

/** Groups of a slab of so many columns. */
// @ts-ignore: decorator
@inline
export function columnGroups(columns: i32): i32 {
  return (columns + 4 * quartets - 1) / (4 * quartets);
}

/** Transforms columns, groups `first ... last - 1` of sixteen, one slab after another. */
export function columns(job: ColumnsJob, from: usize, to: usize, first: i32, last: i32, scratch: usize): void {
  const plan = changetype<LinePlan>(<usize>job.plan);
  const all = <i32>job.columns;
  const pitch = <usize>job.rowPitch;
  const exchange = job.inverse != 0;
  const scale = <f32>job.scale;
  const groups = columnGroups(all);
  const room = scratch + <usize>(quartets * plan.work);
  for (let group = first; group < last; group++) {
    const column = 4 * quartets * (group % groups);
    const at = <usize>(group / groups) * <usize>job.slabPitch + <usize>column * complex;
    const width = min(4 * quartets, all - column);
    enter(plan, from + at, pitch, width, scratch, exchange);
    for (let q = 0; 4 * q < width; q++) transform(plan, scratch + <usize>(q * plan.work), room);
    leave(plan, to + at, pitch, width, scratch, exchange, scale);
  }
}

function enter(plan: LinePlan, row: usize, pitch: usize, width: i32, work: usize, exchange: bool): void {
  const reAt: usize = exchange ? imaginary : 0;
  const imAt: usize = imaginary - reAt;
  const one = <usize>plan.work;
  for (let block = 0; block < plan.blocks; block++) {
    let place = work;
    for (let i = 0; i < plan.tail; i++) {
      let at = place;
      let column = 0;
      if (width == 4 * quartets) {
        enterQuartet(row, at + reAt, at + imAt);
        enterQuartet(row + 4 * complex, at + one + reAt, at + one + imAt);
        enterQuartet(row + 8 * complex, at + 2 * one + reAt, at + 2 * one + imAt);
        enterQuartet(row + 12 * complex, at + 3 * one + reAt, at + 3 * one + imAt);
        column = width;
      }
      for (; column + 4 <= width; column += 4) {
        enterQuartet(row + <usize>column * complex, at + reAt, at + imAt);
        at += one;
      }
      for (; column < width; column++) {
        const lane = <usize>(column & 3) << 2;
        store<f32>(at + reAt + lane, load<f32>(row + <usize>column * complex));
        store<f32>(at + imAt + lane, load<f32>(row + <usize>column * complex, 4));
      }
      row += pitch;
      place += quartet;
    }
    work += <usize>plan.pitch;
  }
}

function leave(
  plan: LinePlan, row: usize, pitch: usize, width: i32, work: usize, exchange: bool, scale: f32,
): void {
  const reAt: usize = exchange ? imaginary : 0;
  const imAt: usize = imaginary - reAt;
  const factor = f32x4.splat(scale);
  const one = <usize>plan.work;
  const offsets = plan.offsets;
  const blocks = plan.blocks;
  for (let i = 0; i < plan.tail; i++) {
    for (let block = 0; block < blocks; block++) {
      let at = entry(offsets, block, work);
      let column = 0;
      if (width == 4 * quartets) {
        leaveQuartet(row, at + reAt, at + imAt, factor);
        leaveQuartet(row + 4 * complex, at + one + reAt, at + one + imAt, factor);
        leaveQuartet(row + 8 * complex, at + 2 * one + reAt, at + 2 * one + imAt, factor);
        leaveQuartet(row + 12 * complex, at + 3 * one + reAt, at + 3 * one + imAt, factor);
        column = width;
      }
      for (; column + 4 <= width; column += 4) {
        leaveQuartet(row + <usize>column * complex, at + reAt, at + imAt, factor);
        at += one;
      }
      for (; column < width; column++) {
        const lane = <usize>(column & 3) << 2;
        store<f32>(row + <usize>column * complex, scale * load<f32>(at + reAt + lane));
        store<f32>(row + <usize>column * complex, scale * load<f32>(at + imAt + lane), 4);
      }
      row += pitch;
    }
    work += quartet;
  }
}

// @ts-ignore: decorator
@inline
function enterQuartet(from: usize, re: usize, im: usize): void {
  const low = v128.load(from);
  const high = v128.load(from, 16);
  v128.store(re, evens(low, high));
  v128.store(im, odds(low, high));
}

// @ts-ignore: decorator
@inline
function leaveQuartet(to: usize, reAt: usize, imAt: usize, factor: v128): void {
  const re = times(factor, v128.load(reAt));
  const im = times(factor, v128.load(imAt));
  v128.store(to, lowPairs(re, im));
  v128.store(to, highPairs(re, im), 16);
}
