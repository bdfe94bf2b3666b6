import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { curve } from "vitrine";
import { shellCorrelationOf } from "vitrine/model";
import { curveFigure, shellCorrelationFigure } from "../../../../widgets/src/host/figure/curve.js";
import { viewMime, widgetMime } from "../../../../widgets/src/protocol/index.js";
import { recordSession, type Recorder } from "../recorder.js";
import { elementsOf, textsOf } from "../well-formed.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const plotly = "application/vnd.plotly.v1+json";
interface PlotlyFigure {
  readonly data: readonly { name: string; x: (number | null)[]; y: (number | null)[] }[];
  readonly layout: { readonly title: { readonly text: string } };
}

function line(values: readonly number[], name = "s") {
  const x = Float64Array.from(values, (_, i) => i);
  return curve({
    title: "drift",
    x: { label: "frame", unit: "", values: x },
    y: { label: "shift", unit: "Å" },
    series: [{ name, role: "data", values: Float64Array.from(values) }],
  });
}

describe("a curve's figure", () => {
  test("has our view, the widget, plotly, a picture and the numbers", async () => {
    const { bundle } = await curveFigure(line([1, 3, 2]), {});
    expect(Object.keys(bundle)).toEqual([viewMime, widgetMime, plotly, "image/svg+xml", "text/plain"]);
    const { state } = session.opened();
    expect(state).toMatchObject({
      _widget: "curve-view",
      title: "drift",
      series: [{ name: "s", role: "data" }],
    });
    expect([...(state["yValues"] as Float64Array)]).toEqual([1, 3, 2]);
    expect((bundle[plotly] as PlotlyFigure).data[0]!.y).toEqual([1, 3, 2]);
    expect(textsOf(bundle["image/svg+xml"] as string)).toContain("shift (Å)");
  });

  test("leaves gaps for what is missing, in every form", async () => {
    const { bundle } = await curveFigure(line([1, Number.NaN, 2]), {});
    expect((bundle[plotly] as PlotlyFigure).data[0]!.y).toEqual([1, null, 2]);
    expect(bundle["image/svg+xml"]).not.toContain("NaN");
    expect(JSON.stringify(bundle)).not.toContain("NaN");
  });

  test.each([[[5]], [[4, 4, 4]], [[Number.NaN, Number.NaN]]])("of %j is drawn", async (values) => {
    const { bundle } = await curveFigure(line(values), {});
    const svg = bundle["image/svg+xml"] as string;
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(textsOf(svg).length).toBeGreaterThan(4);
    if (values.every(Number.isNaN)) expect(textsOf(svg)).toContain("nothing finite");
  });

  test("keeps state and notebook small with a million points", async () => {
    const values = Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i / 5000) + (i % 7) * 1e-3);
    const { bundle } = await curveFigure(line(values), {});
    expect(session.opened().bytes).toBeLessThan(100_000);
    expect(JSON.stringify(bundle[plotly]).length).toBeLessThan(200_000);
    expect((bundle["image/svg+xml"] as string).length).toBeLessThan(100_000);
  });

  test("hostile names stay text in the picture and in plotly", async () => {
    const bad = `<img src=x onerror="alert(1)">&</svg>`;
    const { bundle } = await curveFigure({ ...line([1, 2], bad) }, { title: bad });
    expect(elementsOf(bundle["image/svg+xml"] as string).has("img")).toBe(false);
    expect(textsOf(bundle["image/svg+xml"] as string)).toContain(bad);
    const { data, layout } = bundle[plotly] as PlotlyFigure;
    expect(data[0]!.name + layout.title.text).not.toMatch(/[<>]/);
  });
});

describe("a shell correlation's figure", () => {
  const n = 33;
  /** Falls straight from 1 to 0 over 33 shells of a box of 64 pixels of 1.5 Å: 0.5 is crossed at shell 16. */
  const correlation = shellCorrelationOf({
    dimensions: 3,
    spatialFrequencyInvA: Float64Array.from({ length: n }, (_, i) => i / (64 * 1.5)),
    correlation: Float64Array.from({ length: n }, (_, i) => 1 - i / 32),
    coefficients: Float64Array.from({ length: n }, (_, i) => 1 + 2 * Math.PI * i * i),
    boxSizePx: 64,
    voxelSizeA: 1.5,
  });

  test("writes the resolutions where it crosses the thresholds", async () => {
    const { bundle } = await shellCorrelationFigure(correlation, {});
    const half = "6.00 Å"; // 64 * 1.5 / 16
    const low = `${((64 * 1.5) / (32 * (1 - 0.143))).toFixed(2)} Å`;
    const texts = textsOf(bundle["image/svg+xml"] as string).join("|");
    for (const number of [half, low]) {
      expect(texts).toContain(number);
      expect(bundle["text/plain"]).toContain(number);
    }
    const crossings = session.opened().state["crossings"] as { threshold: string; resolutionA: number }[];
    expect(crossings.find(({ threshold }) => threshold === "0.5")!.resolutionA).toBeCloseTo(6, 6);
    expect(bundle["text/plain"]).toMatch(/FSC over 33 shells, box 64/);
  });
});
