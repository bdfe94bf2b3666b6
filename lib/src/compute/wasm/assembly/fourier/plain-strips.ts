import { butterfly2, butterfly3, butterfly4, butterfly5 } from "./butterflies";
import { butterfly7 } from "./butterfly7";
import { butterfly8 } from "./butterfly8";
import { OddRadix } from "./line-plan";
import { oddButterfly } from "./odd-butterfly";
import { plain } from "./quartet";

/**
 * A strip without twiddle factors: `count` butterflies, each of which begins `fromNext` bytes after the one before it and writes
 * `toNext` bytes after it.
 */
export function plainStrip(
  radix: i32,
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  count: i32,
  odd: OddRadix,
  room: usize,
): void {
  const end = from + <usize>count * fromNext;
  if (radix == 2) plain2(from, fromStep, fromNext, to, toStep, toNext, end);
  else if (radix == 3) plain3(from, fromStep, fromNext, to, toStep, toNext, end);
  else if (radix == 4) plain4(from, fromStep, fromNext, to, toStep, toNext, end);
  else if (radix == 5) plain5(from, fromStep, fromNext, to, toStep, toNext, end);
  else if (radix == 7) plain7(from, fromStep, fromNext, to, toStep, toNext, end);
  else if (radix == 8) plain8(from, fromStep, fromNext, to, toStep, toNext, end);
  else {
    for (; from != end; from += fromNext) {
      oddButterfly(radix, from, fromStep, to, toStep, 0, plain, odd, room);
      to += toNext;
    }
  }
}

function plain2(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly2(from, fromStep, to, toStep, 0, plain);
    to += toNext;
  }
}

function plain3(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly3(from, fromStep, to, toStep, 0, plain);
    to += toNext;
  }
}

function plain4(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly4(from, fromStep, to, toStep, 0, plain, 0);
    to += toNext;
  }
}

function plain5(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly5(from, fromStep, to, toStep, 0, plain);
    to += toNext;
  }
}

function plain7(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly7(from, fromStep, to, toStep, 0, plain);
    to += toNext;
  }
}

function plain8(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  end: usize,
): void {
  for (; from != end; from += fromNext) {
    butterfly8(from, fromStep, to, toStep, 0, plain, 0);
    to += toNext;
  }
}
