import { Level, LinePlan, levelAt } from "./line-plan";
import { convolve } from "./convolution";
import { complex, quartet } from "./quartet";
import { headStrip } from "./head-strips";
import { plainStrip } from "./plain-strips";
import { turnedStrips } from "./turned-strips";

/** Transforms four lines, which lie in `work` in order, in place. `room` is for the plan's own use. */
export function transform(plan: LinePlan, work: usize, room: usize): void {
  if (plan.convolution) {
    convolve(plan, work, room);
    return;
  }
  for (let h = 0; h < plan.heads; h++) cut(plan, levelAt(plan.head, h), work, room);
  for (let block = 0; block < plan.blocks; block++) {
    sortedTransform(plan.pass, plan.passes, plan.tail, work + <usize>block * <usize>plan.pitch, room);
  }
}

/** A head: butterflies in place, of elements far apart; each result j joins part j of what was one part. */
function cut(plan: LinePlan, level: Level, work: usize, room: usize): void {
  const step = <usize>(level.span / plan.tail) * <usize>plan.pitch;
  const row = <usize>(level.radix - 1) * complex;
  for (let part = 0; part < level.repeats; part++) {
    let from = work + <usize>part * <usize>level.radix * step;
    let twiddles = level.twiddles;
    for (let i = 0; i < level.span; i += plan.tail) {
      headStrip(level.radix, from, step, twiddles, plan.tail, level.odd, room);
      from += <usize>plan.pitch;
      twiddles += row * <usize>plan.tail;
    }
  }
}

/** The passes over a block, to and fro between it and two buffers; the last one writes to the block. */
export function sortedTransform(levels: usize, passes: i32, size: i32, block: usize, room: usize): void {
  const bytes = <usize>size * quartet;
  const rest = room + 2 * bytes;
  let from = block;
  for (let q = 0; q < passes; q++) {
    const to = q == passes - 1 ? block : room + (q & 1 ? bytes : 0);
    pass(levelAt(levels, q), from, to, rest);
    from = to;
  }
}

/**
 * One pass of a transform that sorts itself (Stockham): of `repeats` parts of `radix * span` elements, result j of each goes to
 * part j.
 */
function pass(level: Level, from: usize, to: usize, room: usize): void {
  const radix = level.radix;
  if (level.span > 1)
    turnedStrips(radix, from, to, level.twiddles, level.span, level.repeats, level.odd, room);
  else {
    const toStep = <usize>level.repeats * quartet;
    plainStrip(
      radix,
      from,
      quartet,
      <usize>radix * quartet,
      to,
      toStep,
      quartet,
      level.repeats,
      level.odd,
      room,
    );
  }
}
