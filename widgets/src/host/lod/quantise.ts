/** Numbers in one byte each: value = offset + scale * stored. */
export interface Quantised {
  readonly data: Uint8Array;
  readonly offset: number;
  readonly scale: number;
}

/** Spreads `[low, high]` over 0 … 255, rounding to the nearest; what is outside is cut off, NaN becomes 0. */
export function quantise(values: Float32Array, low: number, high: number): Quantised {
  const scale = high > low ? (high - low) / 255 : 0;
  const data = new Uint8Array(values.length);
  const perUnit = scale > 0 ? 1 / scale : 0;
  for (let i = 0; i < values.length; i++) {
    const stored = (values[i]! - low) * perUnit + 0.5;
    data[i] = stored >= 255 ? 255 : stored > 0 ? stored : 0;
  }
  return { data, offset: low, scale };
}
