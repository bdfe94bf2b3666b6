import type { Plotly } from "plotly.js-cartesian-dist-min";
import type { CurveState } from "../../protocol/index.js";
import { element, onKeys, openFrame, openScope } from "../parts/index.js";
import type { Cleanup, RenderProps, ViewModule } from "../parts/index.js";
import { crossingText, curveData, secondAxis, traces } from "./figure.js";
import type { CurveData } from "./figure.js";
import { fullRange, layout, margin } from "./layout.js";

const heightPx = 340;

/** What plotly adds to the element it draws in. */
interface PlotlyNode extends HTMLElement {
  on?: (event: string, heard: (change: Readonly<Record<string, unknown>>) => void) => void;
}

/**
 * Lines over one axis; over a spatial frequency with marks in Å above the plot and the resolution written where a measurement
 * falls below a criterion. With the plot in focus the left and right arrow keys walk along the first line, Home shows all again.
 */
function render({ model, el }: RenderProps<CurveState>): Cleanup {
  const scope = openScope();
  const redraw = scope.eachFrame(() => void draw());
  const frame = openFrame(el, model, scope, redraw);
  const title = element("span", { class: "vitrine-title" });
  const figure: PlotlyNode = element("div", {
    class: "vitrine-figure",
    attributes: { tabindex: "0", role: "img", "aria-label": "Plot: arrow keys read it point by point" },
  });
  const found = element("div", { class: "vitrine-note" });
  const readout = element("div", { class: "vitrine-readout", attributes: { "aria-live": "polite" } });
  frame.root.append(element("div", { class: "vitrine-bar" }, [title]), figure, found, readout);

  let plotly: Plotly | undefined;
  let data: CurveData | undefined;
  let reading = 0;
  let shownWidth = 0;

  async function draw(): Promise<void> {
    const widthPx = frame.root.clientWidth - 4;
    if (widthPx <= 0) return;
    plotly ??= (await import("plotly.js-cartesian-dist-min")).default;
    if (scope.ended()) return;
    const drawing = curveData((name) => model.get(name));
    data = drawing;
    const state = { x: model.get("x"), y: model.get("y"), crossings: model.get("crossings") };
    const theme = frame.theme();
    shownWidth = widthPx;
    await plotly.react(
      figure,
      traces(drawing, theme),
      layout({ data: drawing, ...state, theme, widthPx, heightPx }),
      {
        displaylogo: false,
        responsive: false,
        typesetMath: false,
        modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
      },
    );
    if (scope.ended()) return plotly.purge(figure);
    followZoom();
    title.textContent = model.get("title");
    found.textContent = state.crossings.map((crossing) => crossingText(crossing, drawing)).join("  ·  ");
    figure.dataset["drawn"] = String(drawing.series.length);
    frame.drawn();
  }

  let following = false;
  /** Keeps the marks in Å above the marks in 1/Å when the plot is zoomed. */
  function followZoom(): void {
    if (following || figure.on === undefined) return;
    following = true;
    figure.on("plotly_relayout", (change) => {
      if (data === undefined || !data.isFrequency || plotly === undefined) return;
      const from = change["xaxis.range[0]"];
      const to = change["xaxis.range[1]"];
      const zoomed = typeof from === "number" && typeof to === "number";
      if (!zoomed && change["xaxis.autorange"] !== true) return;
      const range: [number, number] = zoomed ? [from, to] : fullRange(data);
      const marks = secondAxis(range, shownWidth - margin.l - margin.r, 42);
      const names = Object.entries(marks).map(([name, value]) => [`xaxis2.${name}`, value] as const);
      void plotly.relayout(figure, Object.fromEntries(names));
    });
  }
  function read(step: number): void {
    if (data === undefined || plotly === undefined) return;
    const which = data.series.findIndex(({ role }) => role === "data");
    const line = data.series[which];
    if (line === undefined) return;
    reading = Math.min(data.x.length - 1, Math.max(0, reading + step));
    plotly.Fx.hover(figure, [{ curveNumber: which, pointNumber: reading }]);
    const x = data.x[reading]!;
    const resolution = data.isFrequency && x > 0 ? ` (${Number((1 / x).toPrecision(4))} Å)` : "";
    const unit = model.get("x").unit;
    readout.textContent = `${line.name}: ${Number(line.values[reading]!.toPrecision(4))} at ${Number(x.toPrecision(4))} ${unit}${resolution}`;
  }
  function showAll(): void {
    if (data === undefined || plotly === undefined) return;
    void plotly.relayout(figure, { "xaxis.range": fullRange(data), "yaxis.autorange": true }).then(redraw);
  }
  onKeys(scope, figure, {
    ArrowLeft: (event) => read(event.shiftKey ? -10 : -1),
    ArrowRight: (event) => read(event.shiftKey ? 10 : 1),
    Home: showAll,
  });
  scope.observe(model, ["title", "x", "y", "xValues", "yValues", "series", "crossings"], redraw);
  scope.add(() => plotly?.purge(figure));
  redraw();
  return scope.end;
}

const view: ViewModule<CurveState> = { render };
export default view;
