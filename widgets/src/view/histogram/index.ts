import { formatValue, sizedContext } from "../../draw/index.js";
import type { HistogramState } from "../../protocol/index.js";
import { asFloat64, element, focusableCanvas, onKeys, openFrame, openScope } from "../parts/index.js";
import type { Cleanup, RenderProps, ViewModule } from "../parts/index.js";
import { binsOfSelection, binsOfStroke, countInside, moveBins, selectionOfBins } from "./brush.js";
import type { BinRange, Bins } from "./brush.js";
import { drawHistogram, plotArea } from "./plot.js";

const height = 190;

/**
 * Bars of a histogram with a linear or logarithmic count axis. Drag over the plot, or arrow keys with the plot in focus, choose a
 * range of values and set `selection`; Shift with an arrow moves its upper edge, Escape clears it, L changes the scale.
 */
function render({ model, el }: RenderProps<HistogramState>): Cleanup {
  const scope = openScope();
  const redraw = scope.eachFrame(() => draw());
  const frame = openFrame(el, model, scope, redraw);
  const note = element("div", { class: "vitrine-note" });
  const readout = element("div", { class: "vitrine-readout", attributes: { "aria-live": "polite" } });
  const canvas = focusableCanvas("Histogram: drag, or use the arrow keys, to choose a range", "bars");
  canvas.style.cursor = "crosshair";
  const scaleSwitch = (["linear", "log"] as const).map((scale) => {
    const button = element("button", { text: scale, attributes: { type: "button" } });
    scope.listen(button, "click", () => setScale(scale));
    return button;
  });
  const switchBox = element(
    "span",
    { class: "vitrine-switch", attributes: { role: "group", "aria-label": "scale of counts" } },
    scaleSwitch,
  );
  const title = element("span", { class: "vitrine-title" });
  frame.root.append(
    element("div", { class: "vitrine-bar" }, [title, switchBox]),
    canvas,
    element("div", { class: "vitrine-bar" }, [note]),
    readout,
  );

  let counts = asFloat64(model.get("counts"));
  const bins = (): Bins => ({ low: model.get("low"), width: model.get("width"), count: counts.length });
  const chosen = (): BinRange | undefined => binsOfSelection(model.get("selection"), bins());

  function setScale(scale: "linear" | "log"): void {
    model.set("scale", scale);
    model.save_changes();
    redraw();
  }
  function choose(range: BinRange | undefined): void {
    model.set("selection", range === undefined ? [] : selectionOfBins(range, bins()));
    model.save_changes();
    redraw();
  }
  function draw(): void {
    const width = frame.root.clientWidth - 4;
    if (width <= 0 || counts.length === 0) return;
    const context = sizedContext(canvas, width, height);
    if (context === undefined) return;
    const scale = model.get("scale");
    const plot = { counts, low: model.get("low"), width: model.get("width"), label: model.get("label") };
    drawHistogram(context, { ...plot, scale, chosen: chosen() }, plotArea(width, height), frame.theme());
    title.textContent = `Histogram of ${model.get("label")}`;
    note.textContent = model.get("text");
    readout.textContent = describeChoice(counts, chosen(), bins());
    for (const button of scaleSwitch)
      button.setAttribute("aria-pressed", String(button.textContent === scale));
    canvas.dataset["drawn"] = scale;
    frame.drawn();
  }

  let strokeFrom: number | undefined;
  const fractionAt = (event: PointerEvent): number => {
    const area = plotArea(canvas.clientWidth, height);
    return Math.min(1, Math.max(0, (event.offsetX - area.x) / area.width));
  };
  scope.listen(canvas, "pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    strokeFrom = fractionAt(event);
  });
  scope.listen(canvas, "pointermove", (event) => {
    if (strokeFrom !== undefined) choose(binsOfStroke(strokeFrom, fractionAt(event), bins()));
    else readout.textContent = describeBin(counts, fractionAt(event), bins());
  });
  scope.listen(canvas, "pointerup", (event) => {
    const area = plotArea(canvas.clientWidth, height);
    const isClick = strokeFrom !== undefined && Math.abs(fractionAt(event) - strokeFrom) * area.width < 3;
    strokeFrom = undefined;
    if (isClick) choose(undefined);
  });
  scope.listen(canvas, "pointercancel", () => (strokeFrom = undefined));
  scope.listen(canvas, "pointerleave", () => redraw());

  const move = (by: number) => (event: KeyboardEvent) => {
    const middle = Math.floor(counts.length / 2);
    const range = chosen() ?? [middle, middle + 1];
    choose(chosen() === undefined ? range : moveBins(range, by, event.shiftKey ? "upper" : "both", bins()));
  };
  const changeScale = (): void => setScale(model.get("scale") === "log" ? "linear" : "log");
  onKeys(scope, canvas, {
    ArrowLeft: move(-1),
    ArrowRight: move(1),
    Escape: () => choose(undefined),
    l: changeScale,
    L: changeScale,
  });

  scope.observe(model, ["counts"], () => (counts = asFloat64(model.get("counts"))));
  scope.observe(model, ["counts", "low", "width", "label", "text", "scale", "selection"], redraw);
  redraw();
  return scope.end;
}

function describeChoice(counts: Float64Array, range: BinRange | undefined, bins: Bins): string {
  if (range === undefined) return "";
  const [low, high] = selectionOfBins(range, bins);
  const { inside, all } = countInside(counts, range);
  const share = all === 0 ? "0" : formatValue((100 * inside) / all, 3);
  return `selected ${formatValue(low!)} to ${formatValue(high!)}: ${inside.toLocaleString("en")} values, ${share} %`;
}

function describeBin(counts: Float64Array, fraction: number, bins: Bins): string {
  const bin = Math.min(bins.count - 1, Math.floor(fraction * bins.count));
  const low = bins.low + bin * bins.width;
  const count = counts[bin]!.toLocaleString("en");
  return `${formatValue(low)} to ${formatValue(low + bins.width)}: ${count} values`;
}

const view: ViewModule<HistogramState> = { render };
export default view;
