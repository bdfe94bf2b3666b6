import { controlClass, type Control, type ControlOptions } from "../control.js";
import type { ControlSpec } from "../control-form.js";
import { anything, list, silent, text, unsent } from "../kinds/index.js";
import { refusal } from "../refusal.js";
import { isSame } from "../same.js";
import {
  choicesOf,
  options,
  placeOfLabel,
  placeOfValue,
  requireOptions,
  requirePlace,
  type Choices,
  type Options,
} from "./options.js";

/** What the schema has of a control that selects several of its options. */
interface Wire {
  index: readonly number[];
  optionsLabels: readonly string[];
}

/** Several options: `value`, `label` and `index` say which, and follow each other. */
export interface SeveralState<Value> {
  /** What can be chosen: values, `[label, value]` pairs, or a record or map from labels to values. Default: []. */
  options: Options<Value>;
  /** The chosen values; of a range the first and the last. Default: none, of a range twice the first option's. */
  value: readonly Value[];
  /** What the chosen options are called. */
  label: readonly string[];
  /** Places of the chosen options, from 0. */
  index: readonly number[];
}

/** State of a control of which the rest is as the schema has it. */
export type SeveralOf<Value, Rest extends Wire> = SeveralState<Value> & Omit<Rest, keyof Wire>;

type Start<Value, Rest extends Wire, Given> = Omit<
  ControlOptions<SeveralOf<Value, Rest>>,
  "options" | "value"
> & { readonly options?: Given; readonly value?: readonly NoInfer<Value>[] };

/** The class of a control that selects several options; its values have the type of the options. */
export interface SeveralClass<Rest extends Wire> {
  new <const Value>(
    options?: Start<Value, Rest, readonly (readonly [string, Value])[]>,
  ): Control<SeveralOf<Value, Rest>> & SeveralOf<Value, Rest>;
  new <const Value>(
    options?: Start<
      Value,
      Rest,
      readonly Value[] | ReadonlyMap<string, Value> | Readonly<Record<string, Value>>
    >,
  ): Control<SeveralOf<Value, Rest>> & SeveralOf<Value, Rest>;
}

/** Makes the class of a control that selects several options: any of them, or the two ends of a range. */
export function selectionOfSeveral<Rest extends Wire>(
  { spec }: { readonly spec: ControlSpec<Rest> },
  { which }: { readonly which: "any" | "range" },
): SeveralClass<Rest> {
  const { optionsLabels, index, ...rest } = spec.keys;
  const keys = {
    ...rest,
    options: options(),
    value: unsent(list(anything())),
    label: silent(unsent(list(text()))),
    index: silent(index),
    optionsLabels: silent(optionsLabels),
  };
  return controlClass({
    ...spec,
    keys,
    settle: (change: Partial<Whole>, state: Readonly<Whole>, name: string) =>
      inAccord(change, state, name, which),
  } as unknown as ControlSpec<Whole>) as unknown as SeveralClass<Rest>;
}

type Whole = SeveralState<unknown> & Wire;

function inAccord(
  change: Partial<Whole>,
  state: Readonly<Whole>,
  name: string,
  which: "any" | "range",
): Partial<Whole> {
  const choices = choicesOf(change.options ?? state.options);
  if (which === "range") requireOptions(name, choices);
  const index = placesOf(change, state, name, choices, which);
  if (which === "range") requireRange(change, name, index);
  return {
    ...change,
    index,
    value: index.map((place) => choices.values[place]),
    label: index.map((place) => choices.labels[place]!),
    optionsLabels: choices.labels,
  };
}

/** Where the change leads: by values, labels or indices, else where the values are now, as far as they are left. */
function placesOf(
  change: Partial<Whole>,
  state: Readonly<Whole>,
  name: string,
  choices: Choices,
  which: "any" | "range",
): readonly number[] {
  if (change.value !== undefined) return change.value.map((value) => placeOfValue(name, choices, value));
  if (change.label !== undefined) return change.label.map((label) => placeOfLabel(name, choices, label));
  if (change.index !== undefined) return change.index.map((place) => requirePlace(name, choices, place));
  if (change.options === undefined) return state.index;
  const left = state.value
    .map((value) => choices.values.findIndex((one) => isSame(one, value)))
    .filter((place) => place >= 0);
  return which === "any" || left.length === 2 ? left : [0, 0];
}

function requireRange(change: Partial<Whole>, name: string, [first, last, ...more]: readonly number[]): void {
  if (first !== undefined && last !== undefined && first <= last && more.length === 0) return;
  const key = change.value === undefined ? "label" : "value";
  throw refusal(`${name}.${key}`, { got: change[key], wanted: "two options, the earlier one first" });
}
