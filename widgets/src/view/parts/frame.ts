import { readTheme, watchTheme } from "../../draw/index.js";
import { drawnEvent } from "../../protocol/index.js";
import type { Theme } from "../../draw/index.js";
import type { ViewModel } from "./afm.js";
import { element } from "./element.js";
import type { Scope } from "./scope.js";
import { styleSheet } from "./style.js";

/** The box every view draws in: its text alternative, its colours, its size. */
export interface Frame {
  readonly root: HTMLElement;
  readonly theme: () => Theme;
  /** Marks the view as drawn and says so to whoever hosts it, so that a still picture can give way. */
  readonly drawn: () => void;
}

/**
 * Puts the box into the page. `redraw` is called when the theme or the box's width changes; a view of no width, on a hidden tab
 * say, is not drawn until it has one.
 */
export function openFrame<State extends { readonly text: string; readonly _widget: string }>(
  el: HTMLElement,
  model: ViewModel<State>,
  scope: Scope,
  redraw: () => void,
): Frame {
  const style = element("style", { text: styleSheet });
  const root = element("section", { class: "vitrine", attributes: { role: "group" } }, [style]);
  root.dataset["widget"] = model.get("_widget");
  el.append(root);
  scope.add(() => root.remove());

  const label = (): void => root.setAttribute("aria-label", model.get("text"));
  label();
  scope.observe(model, ["text"], label);

  let theme: Theme | undefined;
  scope.add(
    watchTheme(() => {
      theme = undefined;
      redraw();
    }),
  );
  let width = 0;
  const resized = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    redraw();
  });
  resized.observe(root);
  scope.add(() => resized.disconnect());

  let count = 0;
  return {
    root,
    theme: () => (theme ??= readTheme(root)),
    drawn: () => {
      count += 1;
      root.dataset["drawn"] = String(count);
      root.dispatchEvent(new CustomEvent(drawnEvent, { bubbles: true, composed: true }));
    },
  };
}

/** A canvas that takes the keyboard. */
export function focusableCanvas(label: string, name: string): HTMLCanvasElement {
  const canvas = element("canvas", {
    class: "vitrine-canvas",
    attributes: { role: "img", "aria-label": label, "data-part": name },
  });
  canvas.tabIndex = 0;
  return canvas;
}
