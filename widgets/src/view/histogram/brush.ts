/** Bins inside a brush: from the first up to but without the last. */
export type BinRange = readonly [from: number, to: number];

/** The bins of a histogram. */
export interface Bins {
  readonly low: number;
  readonly width: number;
  readonly count: number;
}

/** The bins that hold a selection of values; `undefined` for none. Edges are rounded to the nearest bin edge. */
export function binsOfSelection(selection: readonly number[], bins: Bins): BinRange | undefined {
  const [low, high] = selection;
  if (low === undefined || high === undefined || !(high > low)) return undefined;
  const from = clampEdge(Math.round((low - bins.low) / bins.width), bins);
  const to = clampEdge(Math.round((high - bins.low) / bins.width), bins);
  return to > from ? [from, to] : undefined;
}

/** The values a range of bins covers. */
export function selectionOfBins([from, to]: BinRange, { low, width }: Bins): number[] {
  return [low + from * width, low + to * width];
}

/** The bins touched by a stroke between two positions on the plot, given as fractions of its width. */
export function binsOfStroke(start: number, end: number, bins: Bins): BinRange {
  const from = clampEdge(Math.floor(Math.min(start, end) * bins.count), bins);
  const to = clampEdge(Math.ceil(Math.max(start, end) * bins.count), bins);
  return to > from ? [from, to] : [Math.min(from, bins.count - 1), Math.min(from, bins.count - 1) + 1];
}

/** Moves both edges, or only the upper one, by whole bins, inside the histogram. */
export function moveBins([from, to]: BinRange, by: number, edge: "both" | "upper", bins: Bins): BinRange {
  if (edge === "upper") return [from, Math.max(from + 1, clampEdge(to + by, bins))];
  const step = Math.min(Math.max(by, -from), bins.count - to);
  return [from + step, to + step];
}

/** Sum of the counts inside, and of all. */
export function countInside(counts: Float64Array, [from, to]: BinRange): { inside: number; all: number } {
  let inside = 0;
  let all = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    all += counts[bin]!;
    if (bin >= from && bin < to) inside += counts[bin]!;
  }
  return { inside, all };
}

function clampEdge(edge: number, bins: Bins): number {
  return Math.min(bins.count, Math.max(0, edge));
}
