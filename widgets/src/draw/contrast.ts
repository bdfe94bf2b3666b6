/** Percentages of the values drawn black and white. */
export type Contrast = readonly [lowPercent: number, highPercent: number];

/** Enough bins that a percentile is right to a 4096th of the range, refined by interpolation inside the bin. */
const bins = 4096;

/**
 * 101 values: percentile 0, 1, ... 100 of the finite elements. Values are counted in bins, not sorted.
 * All NaN where there is no finite element.
 */
export function percentiles(values: ArrayLike<number>): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const out = new Float64Array(101);
  if (!(high > low)) return out.fill(low <= high ? low : Number.NaN);
  const counts = new Float64Array(bins);
  const perUnit = bins / (high - low);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    counts[Math.min(bins - 1, Math.floor((value - low) * perUnit))]! += 1;
    total += 1;
  }
  fillFromCounts(out, counts, total, low, 1 / perUnit);
  out[0] = low;
  out[100] = high;
  return out;
}

/** Walks the cumulative count once and writes every percentile where it is reached. */
function fillFromCounts(
  out: Float64Array,
  counts: Float64Array,
  total: number,
  low: number,
  width: number,
): void {
  let below = 0;
  let percent = 1;
  for (let bin = 0; bin < counts.length && percent < 100; bin++) {
    const here = counts[bin]!;
    while (percent < 100 && below + here >= (percent / 100) * total && here > 0) {
      out[percent] = low + (bin + ((percent / 100) * total - below) / here) * width;
      percent += 1;
    }
    below += here;
  }
}

/** The value at a percentage of 0 to 100 in a table of 101 percentiles, interpolated. */
export function valueAtPercent(table: ArrayLike<number>, percent: number): number {
  const at = Math.min(100, Math.max(0, percent));
  const below = Math.min(99, Math.floor(at));
  return table[below]! + (at - below) * (table[below + 1]! - table[below]!);
}

/** The values drawn black and white; never equal, so that a flat picture is drawn and not divided by zero. */
export function contrastLimits(
  table: ArrayLike<number>,
  [lowPercent, highPercent]: Contrast,
): readonly [low: number, high: number] {
  const low = valueAtPercent(table, lowPercent);
  const high = valueAtPercent(table, highPercent);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return high > low ? [low, high] : [low, low + (Math.abs(low) || 1) * 1e-6];
}
