/** IEEE 754 half precision to a number; exact. */
export function halfToNumber(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Largest finite half-precision number. */
export const largestHalf = 65504;

/** Bits of single precision at 65520, half-way beyond the largest half; at 2^-14, the smallest normal one; at 2^-25. */
const [overflow, smallestNormal, underflow] = [0x477ff000, 0x38800000, 0x33000000];

/**
 * The bits of a single-precision number to those of half precision: to the nearest, ties to even; beyond
 * {@link largestHalf} to infinity.
 */
export function floatBitsToHalf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= overflow) return sign | 0x7c00;
  if (magnitude <= underflow) return sign;
  if (magnitude >= smallestNormal) return sign | shiftedToEven(magnitude - 0x38000000, 13);
  // below 2^-14 the exponent is spent: the fraction with its leading one, in units of 2^-24
  return sign | shiftedToEven((magnitude & 0x7fffff) | 0x800000, 126 - (magnitude >>> 23));
}

/** `value / 2^shift`, to the nearest whole number, ties to even. */
function shiftedToEven(value: number, shift: number): number {
  const below = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return rest > half || (rest === half && (below & 1) === 1) ? below + 1 : below;
}
