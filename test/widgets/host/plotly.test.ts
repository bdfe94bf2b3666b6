import { describe, expect, test } from "vitest";
import { curve } from "vitrine";
import { plotlyFigure } from "../../../widgets/src/host/plotly.js";

const values = Float64Array.of(0, 0.1, Number.NaN);

test("a curve becomes plotly's lines, dashed for criteria, with a mark at each crossing", () => {
  const figure = plotlyFigure(
    curve({
      title: "FSC <1>",
      x: { label: "Spatial frequency", unit: "1/Å", values },
      y: { label: "FSC", unit: "" },
      series: [
        { name: "FSC", role: "data", values },
        { name: "0.143", role: "threshold", values },
      ],
      crossings: [
        { series: "FSC", threshold: "0.143", x: 0.05, resolutionA: 20 },
        { series: "FSC", threshold: "0.5", x: undefined },
      ],
    }),
  );
  expect(figure).toMatchObject({
    data: [
      { type: "scatter", mode: "lines", name: "FSC", x: [0, 0.1, null], y: [0, 0.1, null] },
      { name: "0.143", line: { dash: "dash" } },
    ],
    layout: {
      title: { text: "FSC &#60;1&#62;" },
      xaxis: { title: { text: "Spatial frequency (1/Å)" } },
      yaxis: { title: { text: "FSC" } },
      shapes: [{ x0: 0.05, x1: 0.05 }],
      annotations: [{ x: 0.05, text: "20.00 Å at 0.143" }],
    },
  });
});

describe("numbers", () => {
  test("are JSON as they stand", () => {
    const odd = Float64Array.of(Number.POSITIVE_INFINITY, 1 / 3, -2e-9);
    const axis = { label: "", unit: "", values: odd };
    const figure = plotlyFigure(
      curve({ title: "", x: axis, y: axis, series: [{ name: "", role: "data", values: odd }] }),
    );
    expect((figure["data"] as { x: unknown[] }[])[0]!.x).toEqual([null, 0.333333, -2e-9]);
  });
});
