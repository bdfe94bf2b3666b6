import { butterfly2, butterfly3, butterfly4, butterfly5 } from "./butterflies";
import { butterfly7 } from "./butterfly7";
import { butterfly8 } from "./butterfly8";
import { OddRadix } from "./line-plan";
import { oddButterfly } from "./odd-butterfly";
import { compact, complex, quartet } from "./quartet";

/**
 * A strip of a head: `count` butterflies side by side, in place, `step` bytes from element to element, each with its own row of
 * compact twiddle factors.
 */
export function headStrip(
  radix: i32,
  from: usize,
  step: usize,
  twiddles: usize,
  count: i32,
  odd: OddRadix,
  room: usize,
): void {
  const end = from + <usize>count * quartet;
  if (radix == 2) head2(from, step, twiddles, end);
  else if (radix == 3) head3(from, step, twiddles, end);
  else if (radix == 4) head4(from, step, twiddles, end);
  else if (radix == 5) head5(from, step, twiddles, end);
  else if (radix == 7) head7(from, step, twiddles, end);
  else if (radix == 8) head8(from, step, twiddles, end);
  else {
    for (; from != end; from += quartet) {
      oddButterfly(radix, from, step, from, step, twiddles, compact, odd, room);
      twiddles += <usize>(radix - 1) * complex;
    }
  }
}

function head2(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly2(from, step, from, step, twiddles, compact);
    twiddles += 1 * complex;
  }
}

function head3(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly3(from, step, from, step, twiddles, compact);
    twiddles += 2 * complex;
  }
}

function head4(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly4(from, step, from, step, twiddles, compact, 0);
    twiddles += 3 * complex;
  }
}

function head5(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly5(from, step, from, step, twiddles, compact);
    twiddles += 4 * complex;
  }
}

function head7(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly7(from, step, from, step, twiddles, compact);
    twiddles += 6 * complex;
  }
}

function head8(from: usize, step: usize, twiddles: usize, end: usize): void {
  for (; from != end; from += quartet) {
    butterfly8(from, step, from, step, twiddles, compact, 0);
    twiddles += 7 * complex;
  }
}
