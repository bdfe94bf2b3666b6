import { requireFinite, requireInteger, startTask, ValueError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { statisticsInBlocks } from "../array/index.js";
import { histogramOf } from "../model/index.js";
import type { Histogram, Image, ImageStack, Volume } from "../model/index.js";

/** Options of {@link histogram}. */
export interface HistogramOptions extends TaskOptions {
  readonly bins?: number;
  /** Lowest and highest value counted; what lies outside is left out. Default: those of the data. */
  readonly range?: readonly [low: number, high: number];
}

/** Default number of bins. 256: the grey levels of a screen. */
const defaultBins = 256;
/** Elements between two breaths: a few milliseconds. */
const blockElements = 2 ** 18;

/**
 * How often the values of an image, a stack or a map occur, in `bins` bins of equal width (256 by default, the grey levels
 * of a screen) from the smallest to the largest value or over `range`. Values that are not finite are left out; the
 * record's `statistics` are those of all finite values.
 *
 * @throws ValueError if `bins` is not a whole number of at least 1, or the range is empty
 * @example
 * ```ts
 * const picture = image(new Float32Array([0, 1, 1, 3]), { shape: [2, 2], pixelSizeA: 1 });
 * Array.from((await histogram(picture, { bins: 3 })).counts); // [1, 2, 1]
 * ```
 */
export async function histogram(
  x: Image | ImageStack | Volume,
  options: HistogramOptions = {},
): Promise<Histogram> {
  const bins = requireInteger("bins", options.bins ?? defaultBins, 1);
  const task = startTask(options);
  const moments = await statisticsInBlocks(x.data, task);
  const [low, high] = options.range ?? rangeOf(moments.min, moments.max);
  requireFinite("range: low", low, "the data's unit");
  requireFinite("range: high", high, "the data's unit");
  if (!(high > low)) throw new ValueError("range", { got: [low, high], wanted: "low below high" });
  const width = (high - low) / bins;
  const counts = new Float64Array(bins);
  for (let start = 0; start < x.data.length; start += blockElements) {
    const end = Math.min(x.data.length, start + blockElements);
    for (let i = start; i < end; i++) {
      const value = x.data[i]!;
      if (value >= low && value <= high) counts[Math.min(bins - 1, Math.floor((value - low) / width))]! += 1;
    }
    task.report({ stage: "histogram", done: end, total: x.data.length });
    await task.breathe();
  }
  const label = x.kind === "volume" ? "density" : "grey value";
  return histogramOf({ counts, low, width, label, statistics: moments });
}

/** The range of the data, made one wide around data that are all equal, and [0, 1] where none is finite. */
function rangeOf(min: number, max: number): [number, number] {
  if (Number.isNaN(min)) return [0, 1];
  return min === max ? [min - 0.5, max + 0.5] : [min, max];
}
