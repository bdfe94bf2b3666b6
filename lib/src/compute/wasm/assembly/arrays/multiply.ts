import { timesPlus } from "../fused";

/** What `multiplyComplex` is told, in the order of its arguments. */
@unmanaged
class MultiplyArgs {
  a: f64;
  b: f64;
  to: f64;
  /** Complex numbers of a, and of b, which is used again and again. */
  length: f64;
  period: f64;
  /** 1, or -1 for the conjugate of b. */
  sign: f64;
  perBlock: f64;
}

/** Products of complex numbers. */
export function multiplyComplex(args: usize, first: i32, last: i32, _scratch: usize): void {
  const job = changetype<MultiplyArgs>(args);
  const period = <usize>job.period;
  const end = min(<usize>last * <usize>job.perBlock, <usize>job.length);
  let at = <usize>first * <usize>job.perBlock;
  while (at < end) {
    const other = at % period;
    const count = min(end - at, period - other);
    multiplyRun(
      <usize>job.a + (at << 3),
      <usize>job.b + (other << 3),
      <usize>job.to + (at << 3),
      count,
      <f32>job.sign,
    );
    at += count;
  }
}

function multiplyRun(a: usize, b: usize, to: usize, count: usize, sign: f32): void {
  const signs = f32x4(1, sign, 1, sign);
  const end = to + ((count & ~1) << 3);
  for (; to < end; a += 16, b += 16, to += 16) {
    v128.store(to, product(v128.load(a), f32x4.mul(v128.load(b), signs)));
  }
  if (count & 1) {
    v128.store64_lane(to, product(v128.load64_zero(a), f32x4.mul(v128.load64_zero(b), signs)), 0);
  }
}

/** Products of two pairs of complex numbers. */
// @ts-ignore: decorator
@inline
export function product(a: v128, b: v128): v128 {
  const re = v128.shuffle<f32>(a, a, 0, 0, 2, 2);
  const im = v128.shuffle<f32>(a, a, 1, 1, 3, 3);
  const crossed = f32x4.mul(v128.shuffle<f32>(b, b, 1, 0, 3, 2), f32x4(-1, 1, -1, 1));
  return timesPlus(re, b, f32x4.mul(im, crossed));
}
