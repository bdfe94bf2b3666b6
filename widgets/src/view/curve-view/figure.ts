import { formatResolution, resolutionTicks } from "../../draw/index.js";
import type { Theme } from "../../draw/index.js";
import type { CurveState } from "../../protocol/index.js";
import { asFloat64 } from "../parts/index.js";

/** A curve's state with its numbers unpacked. */
export interface CurveData {
  readonly x: Float64Array;
  readonly series: readonly {
    readonly name: string;
    readonly role: "data" | "threshold";
    readonly values: Float64Array;
  }[];
  /** Whether the x axis is a spatial frequency, so that it also has marks in Å. */
  readonly isFrequency: boolean;
}

type Read = <Name extends keyof CurveState>(name: Name) => CurveState[Name];

/** Unpacks the state. A series that did not come whole is left out. */
export function curveData(read: Read): CurveData {
  const x = asFloat64(read("xValues"));
  const y = asFloat64(read("yValues"));
  const series = read("series").map(({ name, role }, i) => ({
    name,
    role,
    values: y.subarray(i * x.length, (i + 1) * x.length),
  }));
  return {
    x,
    series: series.filter(({ values }) => values.length === x.length),
    isFrequency: read("x").unit === "1/Å",
  };
}

/** Text for plotly, which reads a few HTML tags: here every sign stands for itself. */
export function plainText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A name with its unit in brackets. */
export function axisTitle({ label, unit }: { readonly label: string; readonly unit: string }): string {
  return unit === "" ? label : `${label} (${unit})`;
}

/** Colours of measurements: distinguishable with every kind of colour vision, after Okabe and Ito (2008). */
export function seriesColours(theme: Theme): string[] {
  return [theme.accent, theme.warm, "#009e73", "#cc79a7", "#d9a400", "#56b4e9"];
}

const dashes = ["dash", "dot", "dashdot", "longdash"];

/** Lines for plotly: measurements first and thick, criteria dashed and quiet. */
export function traces(data: CurveData, theme: Theme): object[] {
  const colours = seriesColours(theme);
  let measured = 0;
  let criteria = 0;
  const x = Array.from(data.x);
  const lines = data.series.map(({ name, role, values }) => {
    const line =
      role === "data"
        ? { color: colours[measured++ % colours.length], width: 2.25 }
        : { color: theme.muted, width: 1.25, dash: dashes[criteria++ % dashes.length] };
    return {
      type: "scatter",
      mode: "lines",
      name: plainText(name),
      x,
      y: Array.from(values),
      line,
      hoverinfo: role === "data" ? "text+name" : "skip",
      text: role === "data" ? Array.from(values, (value, i) => hoverText(x[i]!, value, data)) : [],
    };
  });
  // An axis of plotly is drawn only where something belongs to it.
  const forSecondAxis = {
    type: "scatter",
    xaxis: "x2",
    x: [x[0]],
    y: [null],
    showlegend: false,
    hoverinfo: "skip",
  };
  return data.isFrequency ? [...lines, forSecondAxis] : lines;
}

function hoverText(x: number, y: number, { isFrequency }: CurveData): string {
  const where = isFrequency
    ? x > 0
      ? `${formatResolution(1 / x)}`
      : "origin"
    : String(Number(x.toPrecision(4)));
  return `${where}: ${Number(y.toPrecision(3))}`;
}

/** Where the legend of a crossing points: the criterion's own height there. */
export function heightAt(data: CurveData, name: string, x: number): number | undefined {
  const line = data.series.find((series) => series.name === name);
  if (line === undefined || data.x.length === 0) return undefined;
  let i = 0;
  while (i < data.x.length - 2 && data.x[i + 1]! < x) i += 1;
  if (data.x.length === 1) return line.values[0];
  const t = (x - data.x[i]!) / (data.x[i + 1]! - data.x[i]!);
  const y = line.values[i]! + Math.min(1, Math.max(0, t)) * (line.values[i + 1]! - line.values[i]!);
  return Number.isFinite(y) ? y : undefined;
}

/** One line for a crossing: "half-bit: 3.42 Å", with the measurement's name in front where there are several to tell apart. */
export function crossingText(
  { series, threshold, x, resolutionA }: CurveState["crossings"][number],
  data: CurveData,
): string {
  const several = data.series.filter(({ role }) => role === "data").length > 1;
  const what = several && series !== "" ? `${series}, ${threshold}` : threshold;
  if (x === null) return `${what}: not crossed`;
  return `${what}: ${resolutionA === null ? Number(x.toPrecision(4)) : formatResolution(resolutionA)}`;
}

/** Marks in Å for the second axis, none closer than `gapPx` on a plot `widthPx` wide. */
export function secondAxis(range: readonly [number, number], widthPx: number, gapPx: number): object {
  const perPx = (range[1] - range[0]) / Math.max(1, widthPx);
  const ticks = resolutionTicks(Math.max(0, range[0]), range[1], gapPx * perPx);
  return { tickvals: ticks.map(({ value }) => value), ticktext: ticks.map(({ label }) => label), range };
}
