import { RowsJob } from "./jobs";
import { LinePlan } from "./line-plan";
import {
  add, complex, highHalves, highPairs, imaginary, lowHalves, lowPairs, put, quartet, subtract, times,
} from "./quartet";
import { rowAt } from "./real-rows";
import { transform } from "./transform";
import { gatherReal, scatter4, scatterReal } from "./transpose";
import { entry, placeOf } from "./walk";

/**
 * Transforms half rows into real rows, groups `first ... last - 1` of eight: the full rows of rows 0 to 3, plus i times those of rows 4 to 7, have the
 * one as real and the other as imaginary parts of their inverse transforms. What no real row can have is dropped: imaginary
 * parts at frequency 0 and, of an even size, at half the size.
 */
export function halfRows(job: RowsJob, from: usize, to: usize, first: i32, last: i32, scratch: usize): void {
  const plan = changetype<LinePlan>(<usize>job.plan);
  const final = <i32>job.rows - 1;
  const room = scratch + <usize>plan.work;
  for (let group = first; group < last; group++) {
    enter(plan, from, <usize>job.fromPitch, 8 * group, final, scratch);
    transform(plan, scratch, room);
    leave(plan, to, <usize>job.toPitch, 8 * group, final, scratch, 0, <f32>job.scale);
    leave(plan, to, <usize>job.toPitch, 8 * group + 4, final, scratch, imaginary, <f32>job.scale);
  }
}

/** Writes the full rows of eight half rows to work, real and imaginary parts exchanged, because the transform is an inverse one. */
function enter(plan: LinePlan, from: usize, pitch: usize, row: i32, final: i32, work: usize): void {
  const row0 = rowAt(from, pitch, row, final);
  const row1 = rowAt(from, pitch, row + 1, final);
  const row2 = rowAt(from, pitch, row + 2, final);
  const row3 = rowAt(from, pitch, row + 3, final);
  const row4 = rowAt(from, pitch, row + 4, final);
  const row5 = rowAt(from, pitch, row + 5, final);
  const row6 = rowAt(from, pitch, row + 6, final);
  const row7 = rowAt(from, pitch, row + 7, final);
  const size = plan.size;
  const half = size >> 1;
  put(work, gatherReal(row4, row5, row6, row7), gatherReal(row0, row1, row2, row3));
  const inner = (size - 1) >> 1; // frequencies 1 ... inner have mirror images of their own
  let k = 1;
  for (; k + 1 <= inner; k += 2) {
    const at = <usize>k * complex;
    let low01 = lowPairs(v128.load(row0 + at), v128.load(row1 + at));
    let low23 = lowPairs(v128.load(row2 + at), v128.load(row3 + at));
    const evenR = lowHalves(low01, low23);
    const evenI = highHalves(low01, low23);
    low01 = highPairs(v128.load(row0 + at), v128.load(row1 + at));
    low23 = highPairs(v128.load(row2 + at), v128.load(row3 + at));
    const nextEvenR = lowHalves(low01, low23);
    const nextEvenI = highHalves(low01, low23);
    low01 = lowPairs(v128.load(row4 + at), v128.load(row5 + at));
    low23 = lowPairs(v128.load(row6 + at), v128.load(row7 + at));
    const oddR = lowHalves(low01, low23);
    const oddI = highHalves(low01, low23);
    low01 = highPairs(v128.load(row4 + at), v128.load(row5 + at));
    low23 = highPairs(v128.load(row6 + at), v128.load(row7 + at));
    putMirrored(plan, work, k, evenR, evenI, oddR, oddI);
    putMirrored(plan, work, k + 1, nextEvenR, nextEvenI, lowHalves(low01, low23), highHalves(low01, low23));
  }
  if (k <= inner) {
    const at = <usize>k * complex;
    putMirrored(
      plan, work, k,
      gatherReal(row0 + at, row1 + at, row2 + at, row3 + at), gatherReal(row0 + at + 4, row1 + at + 4, row2 + at + 4, row3 + at + 4),
      gatherReal(row4 + at, row5 + at, row6 + at, row7 + at), gatherReal(row4 + at + 4, row5 + at + 4, row6 + at + 4, row7 + at + 4),
    );
  }
  if (size > 1 && !(size & 1)) {
    const at = <usize>half * complex;
    put(placeOf(plan, work, half), gatherReal(row4 + at, row5 + at, row6 + at, row7 + at), gatherReal(row0 + at, row1 + at, row2 + at, row3 + at));
  }
}

/** Writes `even + i odd` at frequency k and `conj(even) + i conj(odd)` at its mirror image. */
// @ts-ignore: decorator
@inline
function putMirrored(plan: LinePlan, work: usize, k: i32, evenR: v128, evenI: v128, oddR: v128, oddI: v128): void {
  put(placeOf(plan, work, k), add(evenI, oddR), subtract(evenR, oddI));
  put(placeOf(plan, work, plan.size - k), subtract(oddR, evenI), add(evenR, oddI));
}

/** Writes four real rows out of one part of work, four elements at a time. */
function leave(
  plan: LinePlan, to: usize, pitch: usize, row: i32, final: i32, work: usize, part: usize, scale: f32,
): void {
  let row0 = rowAt(to, pitch, row, final);
  let row1 = rowAt(to, pitch, row + 1, final);
  let row2 = rowAt(to, pitch, row + 2, final);
  let row3 = rowAt(to, pitch, row + 3, final);
  const factor = f32x4.splat(scale);
  const offsets = plan.offsets;
  // rows 0 to 3 are the real parts, which the inverse transform left as imaginary ones
  work += imaginary - part;
  let left = plan.size;
  while (left > 0) {
    const end = min(plan.group, left);
    let p = 0;
    for (; p + 4 <= end; p += 4) {
      const a = entry(offsets, p, work);
      const b = entry(offsets, p + 1, work);
      const c = entry(offsets, p + 2, work);
      const d = entry(offsets, p + 3, work);
      scatter4(
        times(factor, v128.load(a)), times(factor, v128.load(b)), times(factor, v128.load(c)), times(factor, v128.load(d)),
        row0, row1, row2, row3,
      );
      row0 += 16;
      row1 += 16;
      row2 += 16;
      row3 += 16;
    }
    for (; p < end; p++) {
      scatterReal(times(factor, v128.load(entry(offsets, p, work))), row0, row1, row2, row3);
      row0 += 4;
      row1 += 4;
      row2 += 4;
      row3 += 4;
    }
    left -= end;
    work += <usize>plan.advance;
  }
}
