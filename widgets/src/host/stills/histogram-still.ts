import { significant } from "vitrine/core";
import type { Histogram } from "vitrine";
import { mergeCounts } from "../lod/thin.js";
import { layOut, plotHeight, plotWidth, type Plot } from "./plot.js";
import { document, element, label, type Markup } from "./svg.js";
import { css, faint, ink, lineColors } from "./theme.js";
import { logTicks } from "./ticks.js";

/** Bars that a picture 550 pixels wide can show. */
const mostBars = 275;

/** The histogram as SVG, with the moments written into it. */
export function histogramStill(
  histogram: Histogram,
  text: string,
  {
    title = `Histogram of ${histogram.label}`,
    scale = "linear",
  }: { readonly title?: string; readonly scale?: "linear" | "log" } = {},
): string {
  const { counts, factor } = mergeCounts(histogram.counts, mostBars);
  const width = histogram.width * factor;
  // a count of 1 is drawn too where counts are logarithms
  const floor = scale === "log" ? -0.3 : 0;
  const heights = Array.from(counts, (count) => (scale === "log" ? Math.log10(count) : count));
  const highest = heights.reduce((a, b) => Math.max(a, Number.isFinite(b) ? b : 0), 0);
  const plot = layOut(
    title,
    { label: histogram.label, low: histogram.low, high: histogram.low + width * counts.length },
    {
      label: factor > 1 ? `count in ${factor} bins` : "count",
      low: floor,
      high: highest > 0 ? highest * 1.05 : 1,
      ...(scale === "log" && {
        ticks: logTicks(0, highest * 1.05),
        tick: (value: number) => significant(10 ** value, 3),
      }),
    },
  );
  const bars = heights.flatMap((height, i) =>
    height > floor ? bar(plot, histogram.low + i * width, width, height) : [],
  );
  const empty =
    highest > 0 ? [] : [label("no counts", 320, 200, { "text-anchor": "middle", fill: css(faint) })];
  return document(plotWidth, plotHeight, text, ...plot.frame, ...bars, ...empty, ...moments(plot, histogram));
}

function bar(plot: Plot, low: number, width: number, height: number): Markup[] {
  const [left, right] = [plot.x(low), plot.x(low + width)];
  const top = plot.y(height);
  const gap = right - left > 3 ? 0.5 : 0;
  return [
    element("rect", {
      x: left + gap,
      y: top,
      width: Math.max(0.5, right - left - 2 * gap),
      height: plot.bottom - top,
      fill: css(lineColors[0]!),
    }),
  ];
}

function moments(plot: Plot, { statistics: s }: Histogram): Markup[] {
  const lines = [
    `n ${s.count}`,
    `mean ${significant(s.mean)}`,
    `sd ${significant(s.sd)}`,
    `min ${significant(s.min)}`,
    `max ${significant(s.max)}`,
    ...(s.notFinite > 0 ? [`${s.notFinite} not finite`] : []),
  ];
  return lines.map((text, i) =>
    label(text, plot.right - 4, plot.top + 12 + 15 * i, {
      "text-anchor": "end",
      fill: css(ink),
      "font-size": 11,
    }),
  );
}
