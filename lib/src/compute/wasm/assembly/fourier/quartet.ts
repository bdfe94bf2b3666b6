import { timesFrom, timesPlus } from "../fused";

export { timesFrom, timesPlus };

/**
 * How the Fourier kernels hold numbers. Four lines are transformed at once, one per lane. A *quartet* is the same element of
 * four lines: 16 bytes of real parts, then 16 bytes of imaginary parts. A line of n elements is n quartets.
 *
 * All transforms are forward, with exp(-2 pi i k x / n). An inverse one is a forward one between two exchanges of real and
 * imaginary parts, which cost nothing where lines are read and written.
 */
export const quartet: usize = 32;
export const imaginary: usize = 16;
/** Bytes of one complex number of a table or an array. */
export const complex: usize = 8;

// @ts-ignore: decorator
@inline
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

// @ts-ignore: decorator
@inline
export function subtract(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

// @ts-ignore: decorator
@inline
export function times(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

// @ts-ignore: decorator
@inline
export function real(at: usize): v128 {
  return v128.load(at);
}

// @ts-ignore: decorator
@inline
export function imag(at: usize): v128 {
  return v128.load(at, imaginary);
}

// @ts-ignore: decorator
@inline
export function put(at: usize, re: v128, im: v128): void {
  v128.store(at, re);
  v128.store(at, im, imaginary);
}

/** Writes the product with the complex factor at `factor`, the same for all four lines. */
// @ts-ignore: decorator
@inline
export function putTimes(at: usize, re: v128, im: v128, factor: usize): void {
  const cosine = v128.load32_splat(factor);
  const sine = v128.load32_splat(factor, 4);
  v128.store(at, timesFrom(im, sine, times(re, cosine)));
  v128.store(at, timesPlus(re, sine, times(im, cosine)), imaginary);
}

/**
 * Writes the product with the complex factor at `factor`, real and imaginary parts exchanged, so that the transform that follows is
 * an inverse one.
 */
// @ts-ignore: decorator
@inline
export function putExchangedTimes(at: usize, re: v128, im: v128, factor: usize): void {
  const cosine = v128.load32_splat(factor);
  const sine = v128.load32_splat(factor, 4);
  put(at, timesPlus(re, sine, times(im, cosine)), timesFrom(im, sine, times(re, cosine)));
}

/** No twiddle factors; a complex number for each; or, ready for use, both of its parts repeated four times. */
export const plain: i32 = 0;
export const compact: i32 = 1;
export const wide: i32 = 2;
/** Bytes of a wide twiddle factor. */
export const wideFactor: usize = 32;

/** Writes result `j` of a butterfly, from 1 on, times factor `j - 1` of the row at `twiddles`. */
// @ts-ignore: decorator
@inline
export function putTurned(at: usize, re: v128, im: v128, twiddles: usize, j: usize, kind: i32): void {
  if (kind == plain) put(at, re, im);
  else if (kind == compact) putTimes(at, re, im, twiddles + (j - 1) * complex);
  else {
    const cosine = v128.load(twiddles + (j - 1) * wideFactor);
    const sine = v128.load(twiddles + (j - 1) * wideFactor, 16);
    v128.store(at, timesFrom(im, sine, times(re, cosine)));
    v128.store(at, timesPlus(re, sine, times(im, cosine)), imaginary);
  }
}

/** Elements 0 and 1 of two vectors, alternating: `a0 b0 a1 b1`. */
// @ts-ignore: decorator
@inline
export function lowPairs(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

/** Elements 2 and 3 of two vectors, alternating: `a2 b2 a3 b3`. */
// @ts-ignore: decorator
@inline
export function highPairs(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

/** `a0 a1 b0 b1`. */
// @ts-ignore: decorator
@inline
export function lowHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 1, 4, 5);
}

/** `a2 a3 b2 b3`. */
// @ts-ignore: decorator
@inline
export function highHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 3, 6, 7);
}

/** `a0 a2 b0 b2`: real parts of four complex numbers. */
// @ts-ignore: decorator
@inline
export function evens(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

/** `a1 a3 b1 b3`: imaginary parts of four complex numbers. */
// @ts-ignore: decorator
@inline
export function odds(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}
