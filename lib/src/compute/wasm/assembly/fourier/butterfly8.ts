import { add, imag, put, putTurned, real, subtract, timesFrom, timesPlus } from "./quartet";

/** The butterfly of eight quartets: two of four, of which the odd one is turned by eighths of the circle. */
// @ts-ignore: decorator
@inline
export function butterfly8(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32, shift: usize): void {
  const from1 = from + fromStep;
  const from2 = from1 + fromStep;
  const from3 = from2 + fromStep;
  const from4 = from3 + fromStep;
  const from5 = from4 + fromStep;
  const from6 = from5 + fromStep;
  const from7 = from6 + fromStep;
  const to1 = to + toStep;
  const to2 = to1 + toStep;
  const to3 = to2 + toStep;
  const to4 = to3 + toStep;
  const to5 = to4 + toStep;
  const to6 = to5 + toStep;
  const to7 = to6 + toStep;

  const root = f32x4.splat(0.7071067811865476);
  const r1 = real(from1 + shift);
  const i1 = imag(from1 + shift);
  const r5 = real(from5 + shift);
  const i5 = imag(from5 + shift);
  const r3 = real(from3 + shift);
  const i3 = imag(from3 + shift);
  const r7 = real(from7 + shift);
  const i7 = imag(from7 + shift);
  const sum15R = add(r1, r5);
  const sum15I = add(i1, i5);
  const odd15R = subtract(r1, r5);
  const odd15I = subtract(i1, i5);
  const sum37R = add(r3, r7);
  const sum37I = add(i3, i7);
  const odd37R = subtract(r3, r7);
  const odd37I = subtract(i3, i7);
  const o0R = add(sum15R, sum37R);
  const o0I = add(sum15I, sum37I);
  const o2R = subtract(sum15I, sum37I);
  const o2I = subtract(sum15R, sum37R); // of opposite sign
  const aR = add(odd15R, odd37I);
  const aI = subtract(odd15I, odd37R);
  const bR = subtract(odd15R, odd37I);
  const bI = add(odd15I, odd37R);
  const o1R = add(aR, aI);
  const o1I = subtract(aI, aR);
  const o3R = subtract(bI, bR);
  const o3I = add(bR, bI); // of opposite sign

  const r0 = real(from + shift);
  const i0 = imag(from + shift);
  const r4 = real(from4 + shift);
  const i4 = imag(from4 + shift);
  const r2 = real(from2 + shift);
  const i2 = imag(from2 + shift);
  const r6 = real(from6 + shift);
  const i6 = imag(from6 + shift);
  const sum04R = add(r0, r4);
  const sum04I = add(i0, i4);
  const even04R = subtract(r0, r4);
  const even04I = subtract(i0, i4);
  const sum26R = add(r2, r6);
  const sum26I = add(i2, i6);
  const even26R = subtract(r2, r6);
  const even26I = subtract(i2, i6);
  const e0R = add(sum04R, sum26R);
  const e0I = add(sum04I, sum26I);
  put(to + shift, add(e0R, o0R), add(e0I, o0I));
  putTurned(to4 + shift, subtract(e0R, o0R), subtract(e0I, o0I), twiddles, 4, kind);
  const e2R = subtract(sum04R, sum26R);
  const e2I = subtract(sum04I, sum26I);
  putTurned(to2 + shift, add(e2R, o2R), subtract(e2I, o2I), twiddles, 2, kind);
  putTurned(to6 + shift, subtract(e2R, o2R), add(e2I, o2I), twiddles, 6, kind);
  const e1R = add(even04R, even26I);
  const e1I = subtract(even04I, even26R);
  putTurned(to1 + shift, timesPlus(root, o1R, e1R), timesPlus(root, o1I, e1I), twiddles, 1, kind);
  putTurned(to5 + shift, timesFrom(root, o1R, e1R), timesFrom(root, o1I, e1I), twiddles, 5, kind);
  const e3R = subtract(even04R, even26I);
  const e3I = add(even04I, even26R);
  putTurned(to3 + shift, timesPlus(root, o3R, e3R), timesFrom(root, o3I, e3I), twiddles, 3, kind);
  putTurned(to7 + shift, timesFrom(root, o3R, e3R), timesPlus(root, o3I, e3I), twiddles, 7, kind);
}
