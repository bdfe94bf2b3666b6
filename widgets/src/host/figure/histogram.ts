import { describe, type Histogram } from "vitrine";
import type { HistogramState } from "../../protocol/index.js";
import { liveBundle, titled, type Figure } from "../bundle.js";
import { mergeCounts } from "../lod/thin.js";
import { openModel } from "../model.js";
import { requireScale, type HistogramShowOptions } from "../options.js";
import { histogramStill } from "../stills/histogram-still.js";

/** Bins in the state: 64 KB, more than a screen has columns. */
const mostBins = 8192;

/** How often values occur, with a brush to choose some. */
export async function histogramFigure(
  histogram: Histogram,
  { title, scale = "linear" }: HistogramShowOptions,
): Promise<Figure<HistogramState>> {
  const text = titled(title, describe(histogram));
  const { counts, factor } = mergeCounts(histogram.counts, mostBins);
  const model = openModel<HistogramState>({
    _widget: "histogram",
    text,
    counts,
    low: histogram.low,
    width: histogram.width * factor,
    label: histogram.label,
    scale: requireScale(scale),
    selection: [],
  });
  const svg = histogramStill(histogram, text, { scale, ...(title !== undefined && { title }) });
  return { model, bundle: await liveBundle(model, { svg }, text) };
}
