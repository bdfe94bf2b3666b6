import { add, imag, put, putTurned, real, subtract, times, timesPlus } from "./quartet";

/** The butterfly of seven quartets: three pairs of mirrored elements, their sums with cosines, their differences with sines. */
// @ts-ignore: decorator
@inline
export function butterfly7(from: usize, fromStep: usize, to: usize, toStep: usize, twiddles: usize, kind: i32): void {
  const r0 = real(from);
  const i0 = imag(from);
  const sum1R = add(real(from + fromStep), real(from + 6 * fromStep));
  const sum1I = add(imag(from + fromStep), imag(from + 6 * fromStep));
  const sum2R = add(real(from + 2 * fromStep), real(from + 5 * fromStep));
  const sum2I = add(imag(from + 2 * fromStep), imag(from + 5 * fromStep));
  const sum3R = add(real(from + 3 * fromStep), real(from + 4 * fromStep));
  const sum3I = add(imag(from + 3 * fromStep), imag(from + 4 * fromStep));
  const odd1R = subtract(real(from + fromStep), real(from + 6 * fromStep));
  const odd1I = subtract(imag(from + fromStep), imag(from + 6 * fromStep));
  const odd2R = subtract(real(from + 2 * fromStep), real(from + 5 * fromStep));
  const odd2I = subtract(imag(from + 2 * fromStep), imag(from + 5 * fromStep));
  const odd3R = subtract(real(from + 3 * fromStep), real(from + 4 * fromStep));
  const odd3I = subtract(imag(from + 3 * fromStep), imag(from + 4 * fromStep));
  put(to, add(add(r0, sum1R), add(sum2R, sum3R)), add(add(i0, sum1I), add(sum2I, sum3I)));
  putMirrored(
    weighted(r0, sum1R, sum2R, sum3R, cosine1, cosine2, cosine3),
    weighted(i0, sum1I, sum2I, sum3I, cosine1, cosine2, cosine3),
    mixed(odd1R, odd2R, odd3R, sine1, sine2, sine3),
    mixed(odd1I, odd2I, odd3I, sine1, sine2, sine3),
    to + toStep, to + 6 * toStep, twiddles, 1, 6, kind,
  );
  putMirrored(
    weighted(r0, sum1R, sum2R, sum3R, cosine2, cosine3, cosine1),
    weighted(i0, sum1I, sum2I, sum3I, cosine2, cosine3, cosine1),
    mixed(odd1R, odd2R, odd3R, sine2, -sine3, -sine1),
    mixed(odd1I, odd2I, odd3I, sine2, -sine3, -sine1),
    to + 2 * toStep, to + 5 * toStep, twiddles, 2, 5, kind,
  );
  putMirrored(
    weighted(r0, sum1R, sum2R, sum3R, cosine3, cosine1, cosine2),
    weighted(i0, sum1I, sum2I, sum3I, cosine3, cosine1, cosine2),
    mixed(odd1R, odd2R, odd3R, sine3, -sine1, sine2),
    mixed(odd1I, odd2I, odd3I, sine3, -sine1, sine2),
    to + 3 * toStep, to + 4 * toStep, twiddles, 3, 4, kind,
  );
}

// Cosines and sines of 1, 2 and 3 sevenths of the circle.
const cosine1: f32 = 0.6234898018587336;
const cosine2: f32 = -0.2225209339563144;
const cosine3: f32 = -0.9009688679024191;
const sine1: f32 = 0.7818314824680298;
const sine2: f32 = 0.9749279121818236;
const sine3: f32 = 0.4338837391175581;

// @ts-ignore: decorator
@inline
function mixed(a: v128, b: v128, c: v128, wa: f32, wb: f32, wc: f32): v128 {
  return timesPlus(f32x4.splat(wa), a, timesPlus(f32x4.splat(wb), b, times(f32x4.splat(wc), c)));
}

// @ts-ignore: decorator
@inline
function weighted(zero: v128, a: v128, b: v128, c: v128, wa: f32, wb: f32, wc: f32): v128 {
  return timesPlus(f32x4.splat(wa), a, timesPlus(f32x4.splat(wb), b, timesPlus(f32x4.splat(wc), c, zero)));
}

/** Writes `near - i far` and, for the mirrored frequency, `near + i far`. */
// @ts-ignore: decorator
@inline
export function putMirrored(
  nearR: v128, nearI: v128, farR: v128, farI: v128,
  to: usize, mirrored: usize, twiddles: usize, j: usize, mirroredJ: usize, kind: i32,
): void {
  putTurned(to, add(nearR, farI), subtract(nearI, farR), twiddles, j, kind);
  putTurned(mirrored, subtract(nearR, farI), add(nearI, farR), twiddles, mirroredJ, kind);
}
