import { RowsJob } from "./jobs";
import { LinePlan } from "./line-plan";
import { complex, imaginary, quartet, times } from "./quartet";
import { transform } from "./transform";
import { gather4, gatherReal, scatter4, scatterComplex } from "./transpose";
import { entry } from "./walk";

/** Transforms complex rows, groups `first ... last - 1` of four. */
export function complexRows(
  job: RowsJob,
  from: usize,
  to: usize,
  first: i32,
  last: i32,
  scratch: usize,
): void {
  const plan = changetype<LinePlan>(<usize>job.plan);
  const final = <i32>job.rows - 1;
  const fromPitch = <usize>job.fromPitch;
  const toPitch = <usize>job.toPitch;
  const exchange = job.inverse != 0;
  const scale = <f32>job.scale;
  const room = scratch + <usize>plan.work;
  for (let group = first; group < last; group++) {
    // rows past the last one are the last one again
    const r0 = <usize>(4 * group);
    const r1 = <usize>min(4 * group + 1, final);
    const r2 = <usize>min(4 * group + 2, final);
    const r3 = <usize>min(4 * group + 3, final);
    enter(
      plan,
      from + r0 * fromPitch,
      from + r1 * fromPitch,
      from + r2 * fromPitch,
      from + r3 * fromPitch,
      scratch,
      exchange,
    );
    transform(plan, scratch, room);
    leave(
      plan,
      to + r0 * toPitch,
      to + r1 * toPitch,
      to + r2 * toPitch,
      to + r3 * toPitch,
      scratch,
      exchange,
      scale,
    );
  }
}

/** Reads four rows into work, four elements at a time, then two; the last two may overlap those before them. */
function enter(
  plan: LinePlan,
  row0: usize,
  row1: usize,
  row2: usize,
  row3: usize,
  work: usize,
  exchange: bool,
): void {
  const reAt: usize = exchange ? imaginary : 0;
  const imAt: usize = imaginary - reAt;
  const tail = plan.tail;
  if (tail == 1) {
    v128.store(work + reAt, gatherReal(row0, row1, row2, row3));
    v128.store(work + imAt, gatherReal(row0 + 4, row1 + 4, row2 + 4, row3 + 4));
    return;
  }
  for (let block = 0; block < plan.blocks; block++) {
    let re = work + reAt;
    let im = work + imAt;
    let left = tail;
    for (; left >= 4; left -= 4) {
      gather4(row0, row1, row2, row3, re, im, re + quartet, im + quartet);
      gather4(
        row0 + 16,
        row1 + 16,
        row2 + 16,
        row3 + 16,
        re + 2 * quartet,
        im + 2 * quartet,
        re + 3 * quartet,
        im + 3 * quartet,
      );
      row0 += 4 * complex;
      row1 += 4 * complex;
      row2 += 4 * complex;
      row3 += 4 * complex;
      re += 4 * quartet;
      im += 4 * quartet;
    }
    while (left > 0) {
      if (left == 1) {
        row0 -= complex;
        row1 -= complex;
        row2 -= complex;
        row3 -= complex;
        re -= quartet;
        im -= quartet;
      }
      gather4(row0, row1, row2, row3, re, im, re + quartet, im + quartet);
      row0 += 2 * complex;
      row1 += 2 * complex;
      row2 += 2 * complex;
      row3 += 2 * complex;
      re += 2 * quartet;
      im += 2 * quartet;
      left -= 2;
    }
    work += <usize>plan.pitch;
  }
}

/** Writes the frequencies of four rows, four at a time, then one. */
function leave(
  plan: LinePlan,
  row0: usize,
  row1: usize,
  row2: usize,
  row3: usize,
  work: usize,
  exchange: bool,
  scale: f32,
): void {
  const reAt: usize = exchange ? imaginary : 0;
  const imAt: usize = imaginary - reAt;
  const factor = f32x4.splat(scale);
  const offsets = plan.offsets;
  let left = plan.size;
  while (left > 0) {
    const end = min(plan.group, left);
    let p = 0;
    for (; p + 4 <= end; p += 4) {
      const a = entry(offsets, p, work);
      const b = entry(offsets, p + 1, work);
      scatter4(
        times(factor, v128.load(a + reAt)),
        times(factor, v128.load(a + imAt)),
        times(factor, v128.load(b + reAt)),
        times(factor, v128.load(b + imAt)),
        row0,
        row1,
        row2,
        row3,
      );
      const c = entry(offsets, p + 2, work);
      const d = entry(offsets, p + 3, work);
      scatter4(
        times(factor, v128.load(c + reAt)),
        times(factor, v128.load(c + imAt)),
        times(factor, v128.load(d + reAt)),
        times(factor, v128.load(d + imAt)),
        row0 + 16,
        row1 + 16,
        row2 + 16,
        row3 + 16,
      );
      row0 += 4 * complex;
      row1 += 4 * complex;
      row2 += 4 * complex;
      row3 += 4 * complex;
    }
    for (; p < end; p++) {
      const a = entry(offsets, p, work);
      scatterComplex(
        times(factor, v128.load(a + reAt)),
        times(factor, v128.load(a + imAt)),
        row0,
        row1,
        row2,
        row3,
      );
      row0 += complex;
      row1 += complex;
      row2 += complex;
      row3 += complex;
    }
    left -= end;
    work += <usize>plan.advance;
  }
}
