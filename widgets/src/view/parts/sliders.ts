import type { Contrast } from "../../draw/index.js";
import { element } from "./element.js";
import type { Scope } from "./scope.js";

/** A control, and how its value is set from outside without an event. */
export interface Control<Value> {
  readonly node: HTMLElement;
  readonly set: (value: Value) => void;
}

function rangeInput(
  label: string,
  { min, max, step }: Record<"min" | "max" | "step", number>,
): HTMLInputElement {
  const attributes = { type: "range", min: String(min), max: String(max), step: String(step) };
  return element("input", { attributes: { ...attributes, "aria-label": label } });
}

/** Two handles on one track: percentiles drawn black and white, in steps of 0.1 %. */
export function contrastSlider(scope: Scope, changed: (contrast: Contrast) => void): Control<Contrast> {
  const step = 0.1;
  const low = rangeInput("black at percentile", { min: 0, max: 100, step });
  const high = rangeInput("white at percentile", { min: 0, max: 100, step });
  const track = element("span", { class: "vitrine-track" }, [low, high]);
  const shown = element("output");
  const node = element(
    "span",
    { class: "vitrine-control", attributes: { role: "group", "aria-label": "contrast, percentiles" } },
    [element("span", { text: "contrast" }), track, shown],
  );
  let current: Contrast = [0, 100];
  const set = ([from, to]: Contrast): void => {
    current = [from, to];
    low.value = String(from);
    high.value = String(to);
    track.style.setProperty("--from", `${from}%`);
    track.style.setProperty("--to", `${to}%`);
    // The handle that can still move lies on top when both stand at one end.
    low.style.zIndex = from > 50 ? "2" : "1";
    high.style.zIndex = from > 50 ? "1" : "2";
    shown.textContent = `${Number(from.toFixed(1))} – ${Number(to.toFixed(1))} %`;
  };
  // The handle that rests keeps its exact value, which may be finer than a step.
  const moved = (which: "low" | "high"): void => {
    const [from, to] = current;
    const contrast: Contrast =
      which === "low"
        ? [Math.max(0, Math.min(Number(low.value), to - step)), to]
        : [from, Math.min(100, Math.max(Number(high.value), from + step))];
    set(contrast);
    changed(contrast);
  };
  scope.listen(low, "input", () => moved("low"));
  scope.listen(high, "input", () => moved("high"));
  return { node, set };
}

/** One handle over a range of values. `settled` is called when the handle is let go. */
export function valueSlider(
  scope: Scope,
  parts: {
    readonly label: string;
    readonly format: (value: number) => string;
    readonly moved: (value: number) => void;
    readonly settled: () => void;
  },
): Control<{ readonly value: number; readonly min: number; readonly max: number }> {
  const input = rangeInput(parts.label, { min: 0, max: 1, step: 0.001 });
  const track = element("span", { class: "vitrine-track" }, [input]);
  const shown = element("output");
  const node = element("label", { class: "vitrine-control" }, [
    element("span", { text: parts.label }),
    track,
    shown,
  ]);
  let min = 0;
  let span = 1;
  const show = (value: number): void => {
    track.style.setProperty("--to", `${(100 * (value - min)) / span}%`);
    shown.textContent = parts.format(value);
    input.setAttribute("aria-valuetext", parts.format(value));
  };
  scope.listen(input, "input", () => {
    const value = min + Number(input.value) * span;
    show(value);
    parts.moved(value);
  });
  scope.listen(input, "change", () => parts.settled());
  return {
    node,
    set: ({ value, min: low, max: high }) => {
      min = low;
      span = high > low ? high - low : 1;
      input.value = String((value - min) / span);
      show(value);
    },
  };
}
