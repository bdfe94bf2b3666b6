import { refusal } from "../refusal.js";
import { plainForm, type StateForm } from "../state-form.js";
import { WidgetModel } from "../widget-model.js";

/** Module and classes of the front end; any version of it will do. */
const classes = { module: "anywidget", moduleVersion: "*", modelName: "AnyModel", viewName: "AnyView" };

export interface AnyWidgetOptions<State extends object> {
  /**
   * An ES module as text, or its address on the web. Its default export is `{ initialize?, render? }`, by the contract of
   * anywidget: `render({ model, el })` draws into the element and may return what undoes it; `model` has `get`,
   * `set`, `save_changes`, `on("change:name")`, `on("msg:custom")`, `off` and `send`. JavaScript, as the browser runs it.
   */
  readonly esm: string | URL;
  /** A style sheet as text. Default: none. */
  readonly css?: string;
  /** What cell and view share. Each key becomes a property of the widget. Arrays of numbers travel as raw bytes. */
  readonly state: State;
}

/** Keys of every such widget beside its own. */
interface Carried {
  readonly _esm: string;
  readonly _css: string;
  readonly _anywidget_id: string;
}

class OwnWidget<State extends object> extends WidgetModel<State & Carried> {
  protected override title(): string {
    return "anywidget";
  }
}

/** A widget of the user's own: its state as properties, and what every widget has. */
export type AnyWidget<State extends object> = WidgetModel<State & Carried> & State;

/**
 * A widget of your own, written in the cell. It is shown as other widgets are, also where no anywidget is installed.
 * The module's text is kept in the saved notebook with each widget: keep it under 100 KB.
 * @throws RangeError if a key of the state is the name of something that widgets have already
 *
 * @example
 * ```ts
 * const counter = anywidget({
 *   state: { count: 0 },
 *   css: ".count { font-size: 2em }",
 *   esm: `export default { render({ model, el }) {
 *     const button = document.createElement("button");
 *     button.className = "count";
 *     const draw = () => (button.textContent = model.get("count"));
 *     button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
 *     model.on("change:count", draw);
 *     draw();
 *     el.append(button);
 *   } };`,
 * });
 * counter.on("change", "count", ({ value }) => console.log(value));
 * counter
 * ```
 */
export function anywidget<State extends object>({
  esm,
  css = "",
  state,
}: AnyWidgetOptions<State>): AnyWidget<State> {
  const taken = Object.keys(state).find((key) => key in WidgetModel.prototype || key.startsWith("_"));
  if (taken !== undefined)
    throw refusal("anywidget: a key of state", {
      got: taken,
      wanted: "a name that widgets have no use for themselves",
      hint: "it may not begin with _ either",
    });
  const carried: Carried = { _esm: String(esm), _css: css, _anywidget_id: "vitrine.cell" };
  const whole = { ...state, ...carried };
  const form: StateForm<State & Carried> = {
    ...plainForm(whole),
    told: () => plainForm(state).told(state),
  };
  const widget = new OwnWidget<State>({ ...classes, state: whole, form });
  for (const key of Object.keys(state) as (keyof State & string)[])
    Object.defineProperty(widget, key, {
      get: () => widget.get(key),
      set: (value: State[typeof key]) => widget.set({ [key]: value } as unknown as Partial<State & Carried>),
      enumerable: true,
    });
  return widget as AnyWidget<State>;
}
