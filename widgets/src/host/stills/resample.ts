import { binPlane } from "../lod/binning.js";
import type { Plane } from "../lod/plane.js";

/**
 * A plane at another size, each new pixel the mean of what it covers: pixels stay sharp squares when they grow, and
 * nothing is skipped when they shrink. A new pixel that covers nothing finite is NaN.
 */
export async function resample(plane: Plane, rows: number, columns: number): Promise<Plane> {
  const factor = Math.floor(Math.min(plane.shape[0] / rows, plane.shape[1] / columns));
  // most of the shrinking goes the fast way; the last, uneven part at no less than twice the new size
  const binning = factor >= 4 ? Math.floor(factor / 2) : 1;
  const near = binning > 1 ? await binPlane(plane, binning) : plane;
  const down = spans(plane.shape[0] / binning, rows);
  const across = spans(plane.shape[1] / binning, columns);
  const data = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      data[row * columns + column] = coveredMean(near, down[row]!, across[column]!);
  return { data, shape: [rows, columns] };
}

/** The old elements under a new one, with how much of each it covers. */
interface Span {
  readonly start: number;
  readonly weights: readonly number[];
}

/** `from` elements, of which the last may be a part, under `to` new ones. */
function spans(from: number, to: number): Span[] {
  return Array.from({ length: to }, (_, i) => {
    const low = (i * from) / to;
    const high = ((i + 1) * from) / to;
    const start = Math.floor(low);
    const end = Math.max(start + 1, Math.ceil(Math.min(from, high) - 1e-9));
    const weights: number[] = [];
    for (let at = start; at < end; at++) weights.push(Math.min(high, at + 1) - Math.max(low, at));
    return { start, weights };
  });
}

function coveredMean({ data, shape }: Plane, rows: Span, columns: Span): number {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < rows.weights.length; i++) {
    const row = (rows.start + i) * shape[1] + columns.start;
    for (let j = 0; j < columns.weights.length; j++) {
      const value = data[row + j]!;
      if (value - value !== 0) continue;
      const covered = rows.weights[i]! * columns.weights[j]!;
      sum += covered * value;
      weight += covered;
    }
  }
  return sum / weight;
}
