import { add, imag, put, putTurned, real, subtract, times, timesFrom, timesPlus } from "./quartet";

/**
 * Butterflies: transforms of a few quartets, from `from`, `from + fromStep`, ... to `to`, `to + toStep`, ... . Everything is read
 * before anything is written, so that a butterfly may work in place. Result j is multiplied by factor j - 1 of the row at
 * `twiddles`, of the kind `kind`. All addresses are moved on by `shift`, a constant, where two butterflies side by side share them.
 */

// @ts-ignore: decorator
@inline
export function butterfly2(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32): void {
  const r0 = real(from);
  const i0 = imag(from);
  const r1 = real(from + fromStep);
  const i1 = imag(from + fromStep);
  put(to, add(r0, r1), add(i0, i1));
  putTurned(to + toStep, subtract(r0, r1), subtract(i0, i1), twiddles, 1, kind);
}

// @ts-ignore: decorator
@inline
export function butterfly3(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32): void {
  const sine = f32x4.splat(0.8660254037844386);
  const half = f32x4.splat(0.5);
  const r0 = real(from);
  const i0 = imag(from);
  const r1 = real(from + fromStep);
  const i1 = imag(from + fromStep);
  const r2 = real(from + 2 * fromStep);
  const i2 = imag(from + 2 * fromStep);
  const sumR = add(r1, r2);
  const sumI = add(i1, i2);
  const differenceR = subtract(r1, r2);
  const differenceI = subtract(i1, i2);
  const middleR = timesFrom(half, sumR, r0);
  const middleI = timesFrom(half, sumI, i0);
  put(to, add(r0, sumR), add(i0, sumI));
  putTurned(to + toStep, timesPlus(sine, differenceI, middleR), timesFrom(sine, differenceR, middleI), twiddles, 1, kind);
  putTurned(to + 2 * toStep, timesFrom(sine, differenceI, middleR), timesPlus(sine, differenceR, middleI), twiddles, 2, kind);
}

// @ts-ignore: decorator
@inline
export function butterfly4(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32, shift: usize): void {
  const from1 = from + fromStep;
  const from2 = from1 + fromStep;
  const from3 = from2 + fromStep;
  const to1 = to + toStep;
  const to2 = to1 + toStep;
  const to3 = to2 + toStep;

  const r0 = real(from + shift);
  const i0 = imag(from + shift);
  const r2 = real(from2 + shift);
  const i2 = imag(from2 + shift);
  const r1 = real(from1 + shift);
  const i1 = imag(from1 + shift);
  const r3 = real(from3 + shift);
  const i3 = imag(from3 + shift);
  const evenSumR = add(r0, r2);
  const evenSumI = add(i0, i2);
  const evenR = subtract(r0, r2);
  const evenI = subtract(i0, i2);
  const oddSumR = add(r1, r3);
  const oddSumI = add(i1, i3);
  const oddR = subtract(r1, r3);
  const oddI = subtract(i1, i3);
  put(to + shift, add(evenSumR, oddSumR), add(evenSumI, oddSumI));
  putTurned(to1 + shift, add(evenR, oddI), subtract(evenI, oddR), twiddles, 1, kind);
  putTurned(to2 + shift, subtract(evenSumR, oddSumR), subtract(evenSumI, oddSumI), twiddles, 2, kind);
  putTurned(to3 + shift, subtract(evenR, oddI), add(evenI, oddR), twiddles, 3, kind);
}

// @ts-ignore: decorator
@inline
export function butterfly5(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32): void {
  const cosine1 = f32x4.splat(0.30901699437494745);
  const cosine2 = f32x4.splat(-0.8090169943749475);
  const sine1 = f32x4.splat(0.9510565162951535);
  const sine2 = f32x4.splat(0.5877852522924731);
  const r0 = real(from);
  const i0 = imag(from);
  const r1 = real(from + fromStep);
  const i1 = imag(from + fromStep);
  const r4 = real(from + 4 * fromStep);
  const i4 = imag(from + 4 * fromStep);
  const r2 = real(from + 2 * fromStep);
  const i2 = imag(from + 2 * fromStep);
  const r3 = real(from + 3 * fromStep);
  const i3 = imag(from + 3 * fromStep);
  const sum1R = add(r1, r4);
  const sum1I = add(i1, i4);
  const sum2R = add(r2, r3);
  const sum2I = add(i2, i3);
  const difference1R = subtract(r1, r4);
  const difference1I = subtract(i1, i4);
  const difference2R = subtract(r2, r3);
  const difference2I = subtract(i2, i3);
  put(to, add(r0, add(sum1R, sum2R)), add(i0, add(sum1I, sum2I)));
  const near1R = timesPlus(cosine1, sum1R, timesPlus(cosine2, sum2R, r0));
  const near1I = timesPlus(cosine1, sum1I, timesPlus(cosine2, sum2I, i0));
  const far1R = timesPlus(sine1, difference1R, times(sine2, difference2R));
  const far1I = timesPlus(sine1, difference1I, times(sine2, difference2I));
  putTurned(to + toStep, add(near1R, far1I), subtract(near1I, far1R), twiddles, 1, kind);
  putTurned(to + 4 * toStep, subtract(near1R, far1I), add(near1I, far1R), twiddles, 4, kind);
  const near2R = timesPlus(cosine2, sum1R, timesPlus(cosine1, sum2R, r0));
  const near2I = timesPlus(cosine2, sum1I, timesPlus(cosine1, sum2I, i0));
  const far2R = timesFrom(sine1, difference2R, times(sine2, difference1R));
  const far2I = timesFrom(sine1, difference2I, times(sine2, difference1I));
  putTurned(to + 2 * toStep, add(near2R, far2I), subtract(near2I, far2R), twiddles, 2, kind);
  putTurned(to + 3 * toStep, subtract(near2R, far2I), add(near2I, far2R), twiddles, 3, kind);
}
