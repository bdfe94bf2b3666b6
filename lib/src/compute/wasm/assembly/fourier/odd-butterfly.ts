import { putMirrored } from "./butterfly7";
import { OddRadix } from "./line-plan";
import { raderButterfly } from "./rader-butterfly";
import { add, compact, complex, imag, plain, put, quartet, real, subtract, timesPlus, wide } from "./quartet";

/**
 * The butterfly of any odd number of quartets, by its symmetry: element j and its mirror image enter as sum and difference,
 * frequencies m and -m leave together: cosines of the sums, plus or minus i times sines of the differences.
 *
 * Four such pairs of frequencies are done at a time. For each four, `roots` holds the cosines of the four for every j, then the
 * sines. `room` takes the sums and differences, then what is done of the four.
 */
export function oddButterfly(
  radix: i32, from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32, odd: OddRadix, room: usize,
): void {
  if (!odd.roots) {
    raderButterfly(radix, from, fromStep, to, toStep, twiddles, kind, odd, room);
    return;
  }
  let roots = odd.roots;
  const pairs = (radix - 1) / 2;
  const zero = room;
  const begin = room + quartet;
  put(zero, real(from), imag(from));
  const end = sumsAndDifferences(pairs, from, fromStep, begin);
  const bytes = <usize>pairs << 4;
  putTotal(zero, begin, end, to);
  for (let m = 1; m <= pairs; m += 4) {
    fourSums(zero, begin, end, roots, end);
    fourSums(0, begin + quartet, end + quartet, roots + bytes, end + 4 * quartet);
    const last = min(m + 3, pairs);
    let done = end;
    for (let frequency = m; frequency <= last; frequency++) {
      const far = done + 4 * quartet;
      putPair(real(done), imag(done), real(far), imag(far), radix, frequency, to, toStep, twiddles, kind);
      done += quartet;
    }
    roots += 2 * bytes;
  }
}

/** Frequency 0: the sum of all. */
// @ts-ignore: decorator
@inline
function putTotal(zero: usize, begin: usize, end: usize, to: usize): void {
  let sumR = real(zero);
  let sumI = imag(zero);
  for (let at = begin; at != end; at += 2 * quartet) {
    sumR = add(sumR, real(at));
    sumI = add(sumI, imag(at));
  }
  put(to, sumR, sumI);
}

/** Four weighted sums of every second quartet from `at` to `end`, on top of the quartet at `start` where there is one. */
function fourSums(start: usize, at: usize, end: usize, weights: usize, to: usize): void {
  let aR = f32x4.splat(0);
  let aI = aR;
  if (start) {
    aR = real(start);
    aI = imag(start);
  }
  let bR = aR;
  let bI = aI;
  let cR = aR;
  let cI = aI;
  let dR = aR;
  let dI = aI;
  for (; at != end; at += 2 * quartet) {
    const four = v128.load(weights);
    const re = real(at);
    const im = imag(at);
    const a = v128.shuffle<f32>(four, four, 0, 0, 0, 0);
    aR = timesPlus(a, re, aR);
    aI = timesPlus(a, im, aI);
    const b = v128.shuffle<f32>(four, four, 1, 1, 1, 1);
    bR = timesPlus(b, re, bR);
    bI = timesPlus(b, im, bI);
    const c = v128.shuffle<f32>(four, four, 2, 2, 2, 2);
    cR = timesPlus(c, re, cR);
    cI = timesPlus(c, im, cI);
    const d = v128.shuffle<f32>(four, four, 3, 3, 3, 3);
    dR = timesPlus(d, re, dR);
    dI = timesPlus(d, im, dI);
    weights += 16;
  }
  put(to, aR, aI);
  put(to + quartet, bR, bI);
  put(to + 2 * quartet, cR, cI);
  put(to + 3 * quartet, dR, dI);
}

/** Writes sum and difference of each element and its mirror image to `room`; returns the end of what it wrote. */
// @ts-ignore: decorator
@inline
function sumsAndDifferences(pairs: i32, from: usize, fromStep: usize, room: usize): usize {
  let low = from + fromStep;
  let high = from + <usize>(2 * pairs) * fromStep;
  let at = room;
  for (let j = 0; j < pairs; j++) {
    const lowR = real(low);
    const lowI = imag(low);
    const highR = real(high);
    const highI = imag(high);
    put(at, add(lowR, highR), add(lowI, highI));
    put(at + quartet, subtract(lowR, highR), subtract(lowI, highI));
    at += 2 * quartet;
    low += fromStep;
    high -= fromStep;
  }
  return at;
}

/** Writes frequencies m and -m, times their twiddle factors where there are some. */
// @ts-ignore: decorator
@inline
function putPair(
  nearR: v128, nearI: v128, farR: v128, farI: v128, radix: i32, m: i32, to: usize, toStep: usize, twiddles: usize, kind: i32,
): void {
  const low = to + <usize>m * toStep;
  const high = to + <usize>(radix - m) * toStep;
  if (kind == wide) putMirrored(nearR, nearI, farR, farI, low, high, twiddles, <usize>m, <usize>(radix - m), wide);
  else if (kind == compact) putMirrored(nearR, nearI, farR, farI, low, high, twiddles, <usize>m, <usize>(radix - m), compact);
  else putMirrored(nearR, nearI, farR, farI, low, high, 0, 1, 1, plain);
}
