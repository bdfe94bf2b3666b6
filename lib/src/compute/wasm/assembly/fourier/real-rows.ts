import { RowsJob } from "./jobs";
import { LinePlan } from "./line-plan";
import { add, complex, imag, imaginary, quartet, real, subtract, times } from "./quartet";
import { fetch } from "./fetch";
import { transform } from "./transform";
import { gather4, gatherReal, scatter4, scatterComplex } from "./transpose";
import { copyZero, entry } from "./walk";

/**
 * Transforms real rows into half rows, groups `first ... last - 1` of eight: rows 0 to 3 enter as real parts, rows 4 to 7 as imaginary parts, and the
 * symmetry of real rows takes their transforms apart again.
 */
export function realRows(job: RowsJob, from: usize, to: usize, first: i32, last: i32, scratch: usize): void {
  const plan = changetype<LinePlan>(<usize>job.plan);
  const final = <i32>job.rows - 1;
  const room = scratch + <usize>plan.work;
  const scale: f32 = 0.5 * <f32>job.scale;
  for (let group = first; group < last; group++) {
    fetch(rowAt(from, <usize>job.fromPitch, 8 * group, final), rowAt(from, <usize>job.fromPitch, 8 * group + 8, final), room);
    enter(plan, from, <usize>job.fromPitch, 8 * group, final, scratch, 0);
    enter(plan, from, <usize>job.fromPitch, 8 * group + 4, final, scratch, imaginary);
    transform(plan, scratch, room);
    fetch(rowAt(to, <usize>job.toPitch, 8 * group, final), rowAt(to, <usize>job.toPitch, 8 * group + 8, final), room);
    leave(plan, to, <usize>job.toPitch, 8 * group, final, scratch, scale);
  }
}

/** Address of a row; rows past the last one are the last one again. */
// @ts-ignore: decorator
@inline
export function rowAt(start: usize, pitch: usize, row: i32, final: i32): usize {
  return start + <usize>min(row, final) * pitch;
}

/** Reads four rows into the real or the imaginary parts of work, four elements at a time; the last four may overlap. */
function enter(plan: LinePlan, from: usize, pitch: usize, row: i32, final: i32, work: usize, part: usize): void {
  let row0 = rowAt(from, pitch, row, final);
  let row1 = rowAt(from, pitch, row + 1, final);
  let row2 = rowAt(from, pitch, row + 2, final);
  let row3 = rowAt(from, pitch, row + 3, final);
  const tail = plan.tail;
  work += part;
  if (tail < 4) {
    for (let i: usize = 0; i < <usize>tail; i++) {
      const at = i << 2;
      v128.store(work + i * quartet, gatherReal(row0 + at, row1 + at, row2 + at, row3 + at));
    }
    return;
  }
  for (let block = 0; block < plan.blocks; block++) {
    let place = work;
    for (let left = tail; left > 0; left -= 4) {
      if (left < 4) {
        const back = <usize>(4 - left);
        row0 -= back << 2;
        row1 -= back << 2;
        row2 -= back << 2;
        row3 -= back << 2;
        place -= back * quartet;
      }
      gather4(row0, row1, row2, row3, place, place + quartet, place + 2 * quartet, place + 3 * quartet);
      row0 += 16;
      row1 += 16;
      row2 += 16;
      row3 += 16;
      place += 4 * quartet;
    }
    work += <usize>plan.pitch;
  }
}

/** Writes the frequencies 0 ... size / 2 of eight rows, two at a time. `scale` holds the half of the symmetry. */
function leave(plan: LinePlan, to: usize, pitch: usize, row: i32, final: i32, work: usize, scale: f32): void {
  copyZero(plan, work);
  let row0 = rowAt(to, pitch, row, final);
  let row1 = rowAt(to, pitch, row + 1, final);
  let row2 = rowAt(to, pitch, row + 2, final);
  let row3 = rowAt(to, pitch, row + 3, final);
  let row4 = rowAt(to, pitch, row + 4, final);
  let row5 = rowAt(to, pitch, row + 5, final);
  let row6 = rowAt(to, pitch, row + 6, final);
  let row7 = rowAt(to, pitch, row + 7, final);
  const factor = f32x4.splat(scale);
  const offsets = plan.offsets;
  const mirrored = plan.mirrored;
  let left = (plan.size >> 1) + 1;
  let down = work;
  while (left > 0) {
    const end = min(plan.group, left);
    let p = 0;
    for (; p + 2 <= end; p += 2) {
      const a = entry(offsets, p, work);
      const aMirrored = entry(mirrored, p, down);
      const b = entry(offsets, p + 1, work);
      const bMirrored = entry(mirrored, p + 1, down);
      scatter4(
        times(factor, add(real(a), real(aMirrored))), times(factor, subtract(imag(a), imag(aMirrored))),
        times(factor, add(real(b), real(bMirrored))), times(factor, subtract(imag(b), imag(bMirrored))),
        row0, row1, row2, row3,
      );
      scatter4(
        times(factor, add(imag(a), imag(aMirrored))), times(factor, subtract(real(aMirrored), real(a))),
        times(factor, add(imag(b), imag(bMirrored))), times(factor, subtract(real(bMirrored), real(b))),
        row4, row5, row6, row7,
      );
      row0 += 2 * complex;
      row1 += 2 * complex;
      row2 += 2 * complex;
      row3 += 2 * complex;
      row4 += 2 * complex;
      row5 += 2 * complex;
      row6 += 2 * complex;
      row7 += 2 * complex;
    }
    if (p < end) {
      const a = entry(offsets, p, work);
      const aMirrored = entry(mirrored, p, down);
      scatterComplex(
        times(factor, add(real(a), real(aMirrored))), times(factor, subtract(imag(a), imag(aMirrored))),
        row0, row1, row2, row3,
      );
      scatterComplex(
        times(factor, add(imag(a), imag(aMirrored))), times(factor, subtract(real(aMirrored), real(a))),
        row4, row5, row6, row7,
      );
    }
    left -= end;
    work += <usize>plan.advance;
    down -= <usize>plan.advance;
  }
}
