import { significant } from "vitrine/core";
import type { Curve } from "vitrine";
import { thinCurve } from "../lod/thin.js";
import { cut, layOut, line, plotHeight, plotWidth, type Plot } from "./plot.js";
import { document, element, label, pathData, type Markup } from "./svg.js";
import { css, faint, ink, lineColors } from "./theme.js";

type Series = Curve["series"][number];
type Crossing = Curve["crossings"][number];

/** Points of a line that a picture 550 pixels wide can show. */
const pointBudget = 4000;

/** The curve as SVG: measurements as lines, criteria dashed, and where they cross with the number written beside. */
export function curveStill(curve: Curve, text: string): string {
  const { x, y, series, crossings } = thinCurve(curve, pointBudget);
  const [xLow, xHigh] = rangeOf([x.values]);
  const [yLow, yHigh] = widened(rangeOf(series.map(({ values }) => values)));
  const overFrequency = x.unit === "1/Å";
  const plot = layOut(
    curve.title,
    { label: axisLabel(x), low: xLow, high: xHigh, ...(overFrequency && { secondTick: resolutionText }) },
    { label: axisLabel(y), low: yLow, high: yHigh },
  );
  const colors = colorsOf(series);
  return document(
    plotWidth,
    plotHeight,
    text,
    ...plot.frame,
    ...series.map((one) => drawnLine(plot, x.values, one, colors.get(one)!)),
    ...crossings.flatMap((crossing) => crossingMark(plot, crossing, colorOf(crossing.threshold, colors))),
    ...legend(plot, { ...curve, series }, colors),
    ...(series.some(({ values }) => values.some(Number.isFinite)) ? [] : [sentence(plot, "nothing finite")]),
  );
}

/** Lowest and highest finite value; 0 to 1 where there is none. */
function rangeOf(columns: readonly Float64Array[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (const value of column) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

function widened([low, high]: readonly [number, number]): readonly [number, number] {
  const space = high > low ? 0.04 * (high - low) : 0.5 * Math.max(1, Math.abs(low));
  return [low - space, high + space];
}

function axisLabel({ label: name, unit }: { label: string; unit: string }): string {
  return unit === "" ? name : `${name} (${unit})`;
}

function resolutionText(frequencyInvA: number): string {
  return frequencyInvA > 0 ? `${significant(1 / frequencyInvA, 3)} Å` : "";
}

/** A colour each: measurements first, then criteria, so that a legend of dashes can be read. */
function colorsOf(series: readonly Series[]): Map<Series, string> {
  const inOrder = [...series].sort((a, b) => Number(a.role === "threshold") - Number(b.role === "threshold"));
  return new Map(inOrder.map((one, i) => [one, css(lineColors[i % lineColors.length]!)]));
}

function drawnLine(plot: Plot, xs: Float64Array, { values, role }: Series, stroke: string): Markup {
  const d = pathData(Array.from(xs, plot.x), Array.from(values, plot.y));
  const criterion = role === "threshold";
  return element("path", {
    d,
    fill: "none",
    stroke,
    "stroke-width": criterion ? 1 : 2,
    "stroke-dasharray": criterion ? "5 4" : "none",
    "stroke-linejoin": "round",
    // a lone point is still seen
    "stroke-linecap": "round",
  });
}

function crossingMark(plot: Plot, { x }: Crossing, stroke: string): Markup[] {
  if (x === undefined || !Number.isFinite(x)) return [];
  return [line(plot.x(x), plot.top, plot.x(x), plot.bottom, stroke, 1, "2 3")];
}

function colorOf(name: string, colors: ReadonlyMap<Series, string>): string {
  return [...colors].find(([series]) => series.name === name)?.[1] ?? css(ink);
}

/** Most lines of either kind in the legend: more would cover the plot. */
const mostLines = 8;

/** Names of the lines, and below them where they cross the criteria. */
function legend(plot: Plot, curve: Curve, colors: ReadonlyMap<Series, string>): Markup[] {
  const names = curve.series.slice(0, mostLines).map((one, i) => {
    const y = plot.top + 14 + 17 * i;
    const dash = one.role === "threshold" ? "5 4" : "none";
    return [
      line(plot.right - 30, y - 4, plot.right - 8, y - 4, colors.get(one)!, 2, dash),
      label(cut(one.name, 32), plot.right - 36, y, { "text-anchor": "end", fill: css(ink) }),
    ];
  });
  const several = curve.series.filter(({ role }) => role === "data").length > 1;
  const numbers = curve.crossings.slice(0, mostLines).map((crossing, i) =>
    label(crossingText(crossing, several), plot.right - 8, plot.top + 20 + 17 * (names.length + i), {
      "text-anchor": "end",
      fill: css(ink),
      "font-size": 11,
    }),
  );
  const height = 17 * (names.length + numbers.length) + (numbers.length > 0 ? 12 : 6);
  const back = { x: plot.right - 230, y: plot.top, width: 228, height, fill: "#ffffff", "fill-opacity": 0.8 };
  return [element("rect", back), ...names.flat(), ...numbers];
}

function crossingText({ series, threshold, x, resolutionA }: Crossing, several: boolean): string {
  const where = `${several ? `${cut(series, 14)} at ` : "at "}${cut(threshold, 14)}`;
  if (x === undefined) return `${where}: never below`;
  return `${where}: ${resolutionA === undefined ? significant(x) : `${resolutionA.toFixed(2)} Å`}`;
}

function sentence(plot: Plot, text: string): Markup {
  const [x, y] = [(plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2];
  return label(text, x, y, { "text-anchor": "middle", fill: css(faint), "font-size": 14 });
}
