import { butterfly2, butterfly3, butterfly4, butterfly5 } from "./butterflies";
import { butterfly7 } from "./butterfly7";
import { butterfly8 } from "./butterfly8";
import { OddRadix } from "./line-plan";
import { oddButterfly } from "./odd-butterfly";
import { quartet, wide, wideFactor } from "./quartet";

/**
 * The butterflies of a pass over a block: `repeats` parts of `radix * span` elements, of which result j goes to part j. Butterflies
 * side by side have each their own row of wide twiddle factors. Those of the radices met most are done two at a time, which share
 * the work on addresses.
 */
export function turnedStrips(
  radix: i32,
  from: usize,
  to: usize,
  twiddles: usize,
  span: i32,
  repeats: i32,
  odd: OddRadix,
  room: usize,
): void {
  const step = <usize>span * quartet;
  const toStep = step * <usize>repeats;
  const end = to + toStep;
  if (radix == 2) turned2(from, step, to, toStep, twiddles, end);
  else if (radix == 3) turned3(from, step, to, toStep, twiddles, end);
  else if (radix == 4) turned4(from, step, to, toStep, twiddles, end);
  else if (radix == 5) turned5(from, step, to, toStep, twiddles, end);
  else if (radix == 7) turned7(from, step, to, toStep, twiddles, end);
  else if (radix == 8) turned8(from, step, to, toStep, twiddles, end);
  else {
    while (to != end) {
      const side = to + step;
      let row = twiddles;
      for (; to != side; to += quartet) {
        oddButterfly(radix, from, step, to, toStep, row, wide, odd, room);
        from += quartet;
        row += <usize>(radix - 1) * wideFactor;
      }
      from += <usize>(radix - 1) * step;
    }
  }
}

function turned2(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to != side; to += quartet) {
      butterfly2(from, fromStep, to, toStep, row, wide);
      from += quartet;
      row += 1 * wideFactor;
    }
    from += 1 * fromStep;
  }
}

function turned3(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to != side; to += quartet) {
      butterfly3(from, fromStep, to, toStep, row, wide);
      from += quartet;
      row += 2 * wideFactor;
    }
    from += 2 * fromStep;
  }
}

function turned4(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to + quartet < side; to += 2 * quartet) {
      butterfly4(from, fromStep, to, toStep, row, wide, 0);
      butterfly4(from, fromStep, to, toStep, row + 3 * wideFactor, wide, quartet);
      from += 2 * quartet;
      row += 6 * wideFactor;
    }
    if (to != side) {
      butterfly4(from, fromStep, to, toStep, row, wide, 0);
      from += quartet;
      to += quartet;
    }
    from += 3 * fromStep;
  }
}

function turned5(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to != side; to += quartet) {
      butterfly5(from, fromStep, to, toStep, row, wide);
      from += quartet;
      row += 4 * wideFactor;
    }
    from += 4 * fromStep;
  }
}

function turned7(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to != side; to += quartet) {
      butterfly7(from, fromStep, to, toStep, row, wide);
      from += quartet;
      row += 6 * wideFactor;
    }
    from += 6 * fromStep;
  }
}

function turned8(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, end: usize): void {
  while (to != end) {
    const side = to + fromStep;
    let row = twiddles;
    for (; to + quartet < side; to += 2 * quartet) {
      butterfly8(from, fromStep, to, toStep, row, wide, 0);
      butterfly8(from, fromStep, to, toStep, row + 7 * wideFactor, wide, quartet);
      from += 2 * quartet;
      row += 14 * wideFactor;
    }
    if (to != side) {
      butterfly8(from, fromStep, to, toStep, row, wide, 0);
      from += quartet;
      to += quartet;
    }
    from += 7 * fromStep;
  }
}
