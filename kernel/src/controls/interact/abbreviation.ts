import { inspect } from "node:util";
import type { Registered } from "../registry.js";
import { WidgetModel } from "../widget-model.js";
import { Fixed } from "./fixed.js";

/** What an abbreviation stands for: a control still to be made, one that is there, or a value without a control. */
export type ControlPlan =
  | {
      readonly control: "slider";
      readonly whole: boolean;
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly control: "checkbox"; readonly value: boolean }
  | { readonly control: "text"; readonly value: string }
  | { readonly control: "date"; readonly value: Date }
  | { readonly control: "dropdown"; readonly options: readonly (readonly [label: string, value: unknown])[] }
  | { readonly control: "widget"; readonly widget: Registered }
  | { readonly control: "none"; readonly value: unknown };

/** Steps of a slider over fractions for which no step was given. */
const sliderSteps = 100;

/**
 * Reads an abbreviation. A number `v` is a slider from -v to 3v; `[min, max]` and `[min, max, step]` are sliders that
 * start in the middle. They give whole numbers where all numbers given are whole, except over a range of 1 and no step:
 * that is a fraction. A boolean is a checkbox, a string a text, a Date a date picker; a list of strings or of `[label, value]`, a list of
 * more than three numbers and a record of values by label are dropdowns; a widget is itself.
 * @throws TypeError if it is none of these, RangeError if a range is empty
 */
export function readAbbreviation(name: string, given: unknown): ControlPlan {
  if (given instanceof Fixed) return { control: "none", value: given.value };
  if (given instanceof WidgetModel && given.get("value") !== undefined)
    return { control: "widget", widget: given };
  if (typeof given === "number") return aroundNumber(name, given);
  if (typeof given === "boolean") return { control: "checkbox", value: given };
  if (typeof given === "string") return { control: "text", value: given };
  if (given instanceof Date) return { control: "date", value: given };
  if (Array.isArray(given)) return fromList(name, given);
  if (isRecord(given)) return dropdown(name, Object.entries(given), given);
  throw unreadable(name, given);
}

function aroundNumber(name: string, value: number): ControlPlan {
  if (!Number.isFinite(value)) throw unreadable(name, value);
  const [min, max] = value === 0 ? [0, 1] : value > 0 ? [-value, 3 * value] : [3 * value, -value];
  return { control: "slider", value, min, max, ...grain(min, max) };
}

function fromList(name: string, given: readonly unknown[]): ControlPlan {
  const numbers = given.filter((one) => typeof one === "number");
  if (numbers.length !== given.length || given.length === 0 || given.length > 3)
    return dropdown(name, given.map(option), given);
  const [min, max] = numbers as [number, number?];
  if (max === undefined || !numbers.every(Number.isFinite)) throw unreadable(name, given);
  const { whole, step } = grain(min, max, numbers[2]);
  if (!(min < max && step > 0))
    throw new RangeError(
      `interact: ${name}: got ${shown(given)}, wanted [min, max] or [min, max, step] with min < max and step > 0`,
    );
  return { control: "slider", whole, value: middle(min, max, step), min, max, step };
}

/** Whether a slider gives whole numbers, and by how much it moves. */
function grain(min: number, max: number, step?: number): { readonly whole: boolean; readonly step: number } {
  const whole = [min, max, step ?? 1].every(Number.isInteger) && (step !== undefined || max - min > 1);
  return { whole, step: step ?? (whole ? 1 : (max - min) / sliderSteps) };
}

/** The last step up to the middle, without the noise of binary fractions. */
function middle(min: number, max: number, step: number): number {
  const steps = Math.floor((max - min) / 2 / step + 1e-9);
  return Number((min + steps * step).toPrecision(12));
}

function option(given: unknown): readonly [string, unknown] {
  const isPair = Array.isArray(given) && given.length === 2 && typeof given[0] === "string";
  return isPair ? [given[0] as string, given[1]] : [String(given), given];
}

function dropdown(
  name: string,
  options: readonly (readonly [string, unknown])[],
  given: unknown,
): ControlPlan {
  if (options.length === 0) throw unreadable(name, given);
  return { control: "dropdown", options };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unreadable(name: string, given: unknown): TypeError {
  return new TypeError(
    `interact: ${name}: got ${shown(given)}, wanted a number, [min, max], [min, max, step], a boolean, a string, ` +
      `a Date, a list or a record of choices, or a widget that holds a value; a value without a control is fixed(value)`,
  );
}

function shown(value: unknown): string {
  return inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 5 });
}
