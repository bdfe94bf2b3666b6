import type { Curve } from "vitrine";

/**
 * The curve with at most `budget` numbers, the axis counted: stretches of equal length keep the points where any
 * line is lowest or highest, so that no peak is lost. A curve within the budget comes back as it is.
 */
export function thinCurve(curve: Curve, budget: number): Curve {
  const { x, series } = curve;
  const most = Math.max(2, Math.floor(budget / (series.length + 1)));
  const [xs, ...lines] = thinColumns([x.values, ...series.map(({ values }) => values)], most);
  return {
    ...curve,
    x: { ...x, values: xs! },
    series: series.map((line, i) => ({ ...line, values: lines[i]! })),
  };
}

/** Columns of one length with at most `most` rows, chosen as {@link thinCurve} does; the first is the axis. */
export function thinColumns(columns: readonly Float64Array[], most: number): readonly Float64Array[] {
  const lines = columns.slice(1);
  if (columns[0]!.length <= most) return columns;
  const kept = extremes(lines, Math.max(1, Math.floor((most - 2) / (2 * lines.length))));
  return columns.map((column) => Float64Array.from(kept, (i) => column[i]!));
}

/** Places in rising order: both ends, and each line's lowest and highest point in each of `stretches` stretches. */
function extremes(lines: readonly Float64Array[], stretches: number): number[] {
  const length = lines[0]!.length;
  const kept = new Set([0, length - 1]);
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = Math.floor((stretch * length) / stretches);
    const end = Math.floor(((stretch + 1) * length) / stretches);
    for (const values of lines) {
      let [low, high] = [start, start];
      for (let i = start; i < end; i++) {
        if (values[i]! < values[low]! || Number.isNaN(values[low]!)) low = i;
        if (values[i]! > values[high]! || Number.isNaN(values[high]!)) high = i;
      }
      kept.add(low).add(high);
    }
  }
  return [...kept].sort((a, b) => a - b);
}

/** Neighbouring counts added up until at most `most` are left, and how many went into each. */
export function mergeCounts(
  counts: Float64Array,
  most: number,
): { readonly counts: Float64Array; readonly factor: number } {
  const factor = Math.ceil(counts.length / most);
  if (factor <= 1) return { counts, factor: 1 };
  const merged = new Float64Array(Math.ceil(counts.length / factor));
  for (let i = 0; i < counts.length; i++) merged[Math.floor(i / factor)]! += counts[i]!;
  return { counts: merged, factor };
}
