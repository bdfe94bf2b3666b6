import { ShapeError } from "../core/index.js";
import type { Statistics } from "../array/index.js";

/** How often values occur. Bin `i` covers `[low + i * width, low + (i + 1) * width)`; the last one includes its upper edge. */
export interface Histogram {
  readonly kind: "histogram";
  readonly counts: Float64Array;
  readonly low: number;
  readonly width: number;
  /** What the values are, e.g. `"density"`. */
  readonly label: string;
  /** Moments of the values themselves, not of the bins. */
  readonly statistics: Statistics;
}

/** Makes a {@link Histogram}. @throws ShapeError if there is no bin */
export function histogramOf(parts: Omit<Histogram, "kind">): Histogram {
  if (parts.counts.length === 0) throw new ShapeError("histogram", { got: "0 bins", wanted: "at least 1" });
  return { kind: "histogram", ...parts };
}
