interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Where a new range lies if it isn't told: the middle half of what can be chosen. */
export function middleHalf({ min, max }: Bounds): { value: readonly [number, number] } {
  return { value: [0.75 * min + 0.25 * max, 0.25 * min + 0.75 * max] };
}

/** The middle half in whole numbers, each end towards 0. */
export function wholeMiddleHalf(bounds: Bounds): { value: readonly [number, number] } {
  const [lower, upper] = middleHalf(bounds).value;
  return { value: [Math.trunc(lower), Math.trunc(upper)] };
}
