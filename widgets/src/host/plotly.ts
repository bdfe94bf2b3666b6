import type { MimeBundle } from "@vitrine/kernel/cell";
import type { Curve } from "vitrine";
import { escaped } from "./stills/svg.js";
import { css, faint, lineColors } from "./stills/theme.js";

/** MIME type of plotly figures, which several front ends draw by themselves. */
export const plotlyMime = "application/vnd.plotly.v1+json";

/** A curve as a plotly figure. Its texts are escaped: plotly reads some HTML in them. */
export function plotlyFigure({ title, x, y, series, crossings }: Curve): MimeBundle {
  const data = series.filter(({ role }) => role === "data");
  return {
    data: series.map((line) => ({
      type: "scatter",
      mode: "lines",
      name: escaped(line.name),
      x: numbers(x.values),
      y: numbers(line.values),
      line:
        line.role === "threshold"
          ? { color: css(faint), dash: "dash", width: 1 }
          : { color: css(lineColors[data.indexOf(line) % lineColors.length]!), width: 2 },
    })),
    layout: {
      title: { text: escaped(title) },
      template: "plotly_white",
      xaxis: { title: { text: escaped(named(x)) } },
      yaxis: { title: { text: escaped(named(y)) } },
      shapes: crossings.flatMap(({ x: at }) =>
        at === undefined
          ? []
          : [
              {
                type: "line",
                xref: "x",
                yref: "paper",
                x0: at,
                x1: at,
                y0: 0,
                y1: 1,
                line: { dash: "dot", width: 1 },
              },
            ],
      ),
      annotations: crossings.flatMap(({ x: at, threshold, resolutionA }) =>
        at === undefined
          ? []
          : [
              {
                x: at,
                y: 1,
                yref: "paper",
                textangle: -90,
                showarrow: false,
                yanchor: "top",
                xanchor: "right",
                text: escaped(
                  resolutionA === undefined ? threshold : `${resolutionA.toFixed(2)} Å at ${threshold}`,
                ),
              },
            ],
      ),
    },
  };
}

function named({ label, unit }: { readonly label: string; readonly unit: string }): string {
  return unit === "" ? label : `${label} (${unit})`;
}

/** Six digits, which no screen shows, and `null` where JSON has no number. */
function numbers(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null));
}
