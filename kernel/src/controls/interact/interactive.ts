import { displayBundle, displaySymbol, type MimeBundle } from "../../cell/index.js";
import { Button } from "../events/index.js";
import { VBox } from "../generated/index.js";
import { Output } from "../output/index.js";
import type { Registered } from "../registry.js";
import type { WidgetModel } from "../widget-model.js";
import { readAbbreviation, type ControlPlan } from "./abbreviation.js";
import { makeControl } from "./make-control.js";
import { Runs } from "./run.js";
import type { Abbreviations, ControlsOf, ValuesOf } from "./types.js";

/** When the function runs: at every change of a control, or when a button is pressed. */
export type When = "changed" | "pressed";

/** A function with controls for its parameters, and below them what it prints, displays and gives. */
export interface Interactive<Given extends Abbreviations> {
  /** The controls by the names of the parameters. */
  readonly controls: ControlsOf<Given>;
  readonly output: Output;
  /** Controls and output in one widget, to be put into others. */
  readonly box: VBox;
  /** What the function gave when it last ended well. */
  readonly result: unknown;
  /** What the function gets now. */
  values(): ValuesOf<Given>;
  /** Runs the function once more, as a change of a control does. */
  update(): void;
  /** Shows controls and output below the cell. */
  show(): void;
  /** Ends it, and a run that goes on: controls that were made for it, output and box close. Given widgets stay. */
  close(): void;
  /** As the value of a cell it shows itself, unless it stands there already. */
  readonly [displaySymbol]: () => MimeBundle;
}

/** Makes the controls, and runs the function for the first time unless that is left to a button. */
export function createInteractive<Given extends Abbreviations>(
  work: (values: ValuesOf<Given>) => unknown,
  given: Given,
  when: When = "changed",
): Interactive<Given> {
  return new ControlledFunction(work, given, when);
}

class ControlledFunction<Given extends Abbreviations> implements Interactive<Given> {
  readonly controls: ControlsOf<Given>;
  readonly output: Output = new Output();
  private readonly plans: ReadonlyMap<string, ControlPlan>;
  private readonly widgets: ReadonlyMap<string, Registered>;
  private readonly button: Button | undefined;
  private readonly undo: readonly (() => void)[];
  private readonly runs: Runs;
  private madeBox: VBox | undefined;
  private isShown = false;

  constructor(work: (values: ValuesOf<Given>) => unknown, given: Given, when: When) {
    this.plans = new Map(Object.entries(given).map(([name, one]) => [name, readAbbreviation(name, one)]));
    const made = [...this.plans].map(([name, plan]) => [name, makeControl(name, plan)] as const);
    this.controls = Object.fromEntries(made) as ControlsOf<Given>;
    this.widgets = new Map(made.flatMap(([name, widget]) => (widget === undefined ? [] : [[name, widget]])));
    this.runs = new Runs(this.output, () => work(this.values()));
    this.button = when === "pressed" ? new Button({ description: "Run" }) : undefined;
    const run = (): void => this.update();
    this.undo =
      this.button === undefined
        ? [...this.widgets.values()].map((widget) => valued(widget).on("change", "value", run))
        : [this.button.onClick(run)];
    if (when === "changed") this.runs.start();
  }

  get box(): VBox {
    const button = this.button === undefined ? [] : [this.button];
    const children = [...this.widgets.values(), ...button, this.output];
    this.madeBox ??= new VBox({ children, domClasses: ["widget-interact"] });
    return this.madeBox;
  }

  get result(): unknown {
    return this.runs.result;
  }

  values(): ValuesOf<Given> {
    const values = [...this.plans].map(([name, plan]) => {
      const widget = this.widgets.get(name);
      return [name, plan.control === "none" ? plan.value : valued(widget!).get("value")];
    });
    return Object.fromEntries(values) as ValuesOf<Given>;
  }

  update(): void {
    this.runs.request();
  }

  show(): void {
    displayBundle({ data: this.box.bundle() });
    this.isShown = true;
  }

  close(): void {
    for (const undo of this.undo) undo();
    this.runs.stop();
    for (const [name, widget] of this.widgets) if (this.plans.get(name)?.control !== "widget") widget.close();
    for (const widget of [this.button, this.output, this.madeBox]) widget?.close();
  }

  [displaySymbol](): MimeBundle {
    return this.isShown ? {} : this.box.bundle();
  }
}

function valued(widget: Registered): WidgetModel<{ value: unknown }> {
  return widget as WidgetModel<{ value: unknown }>;
}
