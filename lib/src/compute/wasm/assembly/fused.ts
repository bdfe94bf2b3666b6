/**
 * Products and sums in one step, rounded once, where the machine has such an instruction and the engine allows it; in two steps
 * elsewhere. The kernels are compiled for both.
 */

/** `a b + c`. */
// @ts-ignore: decorator
@inline
export function timesPlus(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** `c - a b`. */
// @ts-ignore: decorator
@inline
export function timesFrom(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}
