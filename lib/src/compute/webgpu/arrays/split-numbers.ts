/** Numbers as sums of two: `coarse` with so few digits that whole numbers times it are exact in float32, and `fine`, the rest. */
export interface SplitNumbers {
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
}

/** Digits of a float32, in bits, less one for sums of two or three products. */
const exactBits = 22;

/**
 * Splits numbers that a shader multiplies by whole numbers, where the sums of products stay below `reach`. Places in a large array
 * then keep the digits behind the point, of which plain float32 loses as many as there are before it.
 */
export function splitNumbers(numbers: ArrayLike<number>, reach: number): SplitNumbers {
  const step = 2 ** (Math.ceil(Math.log2(Math.max(1, reach))) - exactBits);
  const coarse = Array.from(numbers, (number) => Math.round(number / step) * step);
  return { coarse, fine: coarse.map((number, index) => numbers[index]! - number) };
}
