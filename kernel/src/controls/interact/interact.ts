import type { Output } from "../output/index.js";
import { createInteractive, type Interactive } from "./interactive.js";
import type { Abbreviations, ValueControl, ValuesOf } from "./types.js";

/**
 * Shows controls for the parameters of a function, runs it at every change, and shows below what it prints, displays
 * and gives, in the place of what was there.
 *
 * A number `v` is a slider from -v to 3v, `[min, max]` and `[min, max, step]` are sliders that start in the middle, a
 * boolean is a checkbox, a string a text field, a list of strings or of `[label, value]` and a record are choices, a
 * Date is a date picker, a widget is itself, and `fixed(value)` has no control. Sliders give whole numbers where the
 * numbers given are whole; over a range of 1 without a step, fractions.
 *
 * An asynchronous function is stopped through `cell.signal` when a control changes, and runs again with the newest values.
 * @throws TypeError or RangeError if a control can't be made of what is given
 *
 * @example
 * ```ts
 * interact(({ sigma, method }) => show(filter(image, { sigma, method })), {
 *   sigma: [0, 5, 0.1],
 *   method: ["gauss", "median"],
 * });
 * ```
 */
export function interact<const Given extends Abbreviations>(
  work: (values: ValuesOf<Given>) => unknown,
  given: Given,
): Interactive<Given> {
  const made = createInteractive(work, given);
  made.show();
  return made;
}

/** As `interact`, but the function runs only when a button is pressed: for slow ones. */
export function interactManual<const Given extends Abbreviations>(
  work: (values: ValuesOf<Given>) => unknown,
  given: Given,
): Interactive<Given> {
  const made = createInteractive(work, given, "pressed");
  made.show();
  return made;
}

/** As `interact`, but shown when and where it is wanted: as the value of a cell, or its `box` in other widgets. */
export function interactive<const Given extends Abbreviations>(
  work: (values: ValuesOf<Given>) => unknown,
  given: Given,
): Interactive<Given> {
  return createInteractive(work, given);
}

/**
 * The output alone of a function with controls, for controls that are laid out by hand.
 *
 * @example
 * ```ts
 * const output = interactiveOutput(({ a, b }) => a * b, { a: slider, b: number });
 * new VBox({ children: [new HBox({ children: [slider, number] }), output] })
 * ```
 */
export function interactiveOutput<const Given extends Readonly<Record<string, ValueControl<unknown>>>>(
  work: (values: ValuesOf<Given>) => unknown,
  controls: Given,
): Output {
  return createInteractive(work, controls).output;
}
