import type { Theme } from "../../draw/index.js";
import type { CurveState } from "../../protocol/index.js";
import { axisTitle, crossingText, heightAt, plainText, secondAxis, seriesColours } from "./figure.js";
import type { CurveData } from "./figure.js";

/** Everything of plotly's layout that follows from the state, the theme and the size. */
export interface LayoutParts {
  readonly data: CurveData;
  readonly x: CurveState["x"];
  readonly y: CurveState["y"];
  readonly crossings: CurveState["crossings"];
  readonly theme: Theme;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Space around the plot, in pixels. */
export const margin = { l: 58, r: 18, t: 46, b: 46 };

/** Range of the x axis: from the first to the last position. */
export function fullRange({ x }: CurveData): [number, number] {
  const first = x[0] ?? 0;
  const last = x[x.length - 1] ?? 1;
  return last > first ? [first, last] : [first - 0.5, first + 0.5];
}

/** Builds plotly's layout. */
export function layout(parts: LayoutParts): object {
  const { data, theme, widthPx, heightPx } = parts;
  const axis = {
    gridcolor: withAlpha(theme.line, 0.55),
    linecolor: theme.muted,
    tickcolor: theme.muted,
    zeroline: false,
    showline: true,
    ticks: "outside",
    ticklen: 4,
    automargin: false,
  };
  const range = fullRange(data);
  const title = (text: string): object => ({
    text: plainText(text),
    standoff: 8,
    font: { color: theme.text },
  });
  return {
    width: widthPx,
    height: heightPx,
    margin: data.isFrequency ? margin : { ...margin, t: 16 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: theme.font, size: 11, color: theme.muted },
    hovermode: "x",
    hoverlabel: { font: { family: theme.font, size: 11 }, namelength: 24 },
    dragmode: "zoom",
    showlegend: true,
    // Under the plateau of a shell correlation, left of its fall, nothing is drawn.
    legend: {
      ...(isCorrelation(data)
        ? { x: 0.05, xanchor: "left", y: 0.9 }
        : { x: 0.99, xanchor: "right", y: 0.98 }),
      yanchor: "top",
      bgcolor: withAlpha(theme.ground, 0.8),
      font: { size: 11, color: theme.text },
    },
    xaxis: { ...axis, range, title: title(axisTitle(parts.x)) },
    yaxis: {
      ...axis,
      title: title(axisTitle(parts.y)),
      ...(isCorrelation(data) && { range: correlationRange(data), dtick: 0.2 }),
    },
    ...(data.isFrequency && {
      xaxis2: {
        ...axis,
        ...secondAxis(range, widthPx - margin.l - margin.r, 42),
        overlaying: "x",
        side: "top",
        showgrid: false,
        fixedrange: true,
        title: { ...title("resolution"), standoff: 6 },
      },
    }),
    annotations: annotations(parts),
    shapes: guides(parts),
  };
}

/** A shell correlation stays between -1 and 1: its axis then is the same in every figure, unless noise reaches far below 0. */
function isCorrelation({ series, isFrequency }: CurveData): boolean {
  return isFrequency && series.every(({ values }) => values.every((value) => !(Math.abs(value) > 1.0001)));
}

function correlationRange({ series }: CurveData): [number, number] {
  let low = -0.08;
  for (const { values } of series) for (const value of values) if (value - 0.04 < low) low = value - 0.04;
  return [low, 1.05];
}

interface Mark {
  readonly at: number;
  readonly y: number;
  readonly colour: string;
  readonly text: string;
}

/** Crossings that can be drawn, left to right. */
function marks({ data, crossings, theme }: LayoutParts): Mark[] {
  const colours = seriesColours(theme);
  const measured = data.series.filter(({ role }) => role === "data");
  const found: Mark[] = [];
  for (const crossing of crossings) {
    if (crossing.x === null) continue;
    const y = heightAt(data, crossing.threshold, crossing.x);
    if (y === undefined) continue;
    const which = Math.max(
      0,
      measured.findIndex(({ name }) => name === crossing.series),
    );
    const text = crossingText({ ...crossing, series: "" }, data);
    found.push({ at: crossing.x, y, colour: colours[which % colours.length]!, text });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** More labels than this only hide the plot; all crossings are listed below it. */
const maxLabels = 6;
/** Crossings beyond this part of the axis have their label on the left, where it isn't cut off. */
const labelEnd = 0.78;

/** The resolution, written where a measurement falls below a criterion: the further left, the higher, so that leaders don't cross. */
function annotations(parts: LayoutParts): object[] {
  const shown = marks(parts).slice(0, maxLabels);
  const [from, to] = fullRange(parts.data);
  return shown.map(({ at, y, colour, text }, i) => ({
    x: at,
    y,
    text: `<b>${plainText(text)}</b>`,
    font: { color: colour, size: 12 },
    bgcolor: withAlpha(parts.theme.ground, 0.85),
    borderpad: 2,
    showarrow: true,
    arrowcolor: colour,
    arrowwidth: 1.25,
    arrowhead: 6,
    arrowsize: 0.9,
    ax: (at - from) / (to - from) < labelEnd ? 34 : -34,
    ay: -18 - 22 * (shown.length - 1 - i),
    xanchor: (at - from) / (to - from) < labelEnd ? "left" : "right",
  }));
}

/** A thin line from each crossing down to the axis. */
function guides(parts: LayoutParts): object[] {
  return marks(parts).map(({ at, y, colour }) => ({
    type: "line",
    xref: "x",
    yref: "y",
    x0: at,
    x1: at,
    y0: y,
    y1: 0,
    opacity: 0.55,
    line: { color: colour, width: 1, dash: "dot" },
  }));
}

/** A colour with another opacity; colours that are not written with six hexadecimal digits or as rgb() stay as they are. */
export function withAlpha(colour: string, alpha: number): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (hex !== null) {
    const [red, green, blue] = hex.slice(1).map((digits) => Number.parseInt(digits, 16));
    return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
  }
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(colour);
  return rgb === null ? colour : `rgba(${rgb[1]}, ${rgb[2]}, ${rgb[3]}, ${alpha})`;
}
