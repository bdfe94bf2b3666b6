import { controlClass, type Control, type ControlOptions } from "../control.js";
import type { ControlSpec } from "../control-form.js";
import { anything, optional, silent, text, unsent } from "../kinds/index.js";
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

/** What the schema has of a control that selects one of its options. */
interface Wire {
  index: number | null;
  optionsLabels: readonly string[];
}

/** One of several options: `value`, `label` and `index` say which, and follow each other. */
export interface OneState<Value> {
  /** What can be chosen: values, `[label, value]` pairs, or a record or map from labels to values. Default: []. */
  options: Options<Value>;
  /** The chosen value. Default: the first option's. */
  value: Value | null;
  /** What the chosen option is called. Default: the first option's. */
  label: string | null;
  /** Place of the chosen option, from 0. Default: 0, or `null` where there are no options. */
  index: number | null;
}

/** State of a control of which the rest is as the schema has it. */
export type OneOf<Value, Rest extends Wire> = OneState<Value> & Omit<Rest, keyof Wire>;

type Start<Value, Rest extends Wire, Given> = Omit<
  ControlOptions<OneOf<Value, Rest>>,
  "options" | "value"
> & {
  readonly options?: Given;
  readonly value?: NoInfer<Value> | null;
};

/** The class of a control that selects one option; its value has the type of the options. */
export interface OneClass<Rest extends Wire> {
  new <const Value>(
    options?: Start<Value, Rest, readonly (readonly [string, Value])[]>,
  ): Control<OneOf<Value, Rest>> & OneOf<Value, Rest>;
  new <const Value>(
    options?: Start<
      Value,
      Rest,
      readonly Value[] | ReadonlyMap<string, Value> | Readonly<Record<string, Value>>
    >,
  ): Control<OneOf<Value, Rest>> & OneOf<Value, Rest>;
}

/** Makes the class of a control that selects one option. `empty`: whether it can be without any. */
export function selectionOfOne<Rest extends Wire>(
  { spec }: { readonly spec: ControlSpec<Rest> },
  { empty }: { readonly empty: "allowed" | "refused" },
): OneClass<Rest> {
  const { optionsLabels, index, ...rest } = spec.keys;
  const keys = {
    ...rest,
    options: options(),
    value: unsent(anything()),
    label: silent(unsent(optional(text()))),
    index: silent(index),
    optionsLabels: silent(optionsLabels),
  };
  return controlClass({
    ...spec,
    keys,
    settle: (change: Partial<Whole>, state: Readonly<Whole>, name: string) =>
      inAccord(change, state, name, empty),
  } as unknown as ControlSpec<Whole>) as unknown as OneClass<Rest>;
}

type Whole = OneState<unknown> & Wire;

function inAccord(
  change: Partial<Whole>,
  state: Readonly<Whole>,
  name: string,
  empty: "allowed" | "refused",
): Partial<Whole> {
  const choices = choicesOf(change.options ?? state.options);
  if (empty === "refused") requireOptions(name, choices);
  const index = placeOf(change, state, name, choices);
  if (index === null && empty === "refused") placeOfValue(name, choices, null);
  const place = index ?? -1;
  return {
    ...change,
    index,
    value: choices.values[place] ?? null,
    label: choices.labels[place] ?? null,
    optionsLabels: choices.labels,
  };
}

/** Where the change leads: by value, label or index, else where the value is now, else to the first option. */
function placeOf(
  change: Partial<Whole>,
  state: Readonly<Whole>,
  name: string,
  choices: Choices,
): number | null {
  const { value = null, label = null, index = null } = change;
  if (value !== null) return placeOfValue(name, choices, value);
  if (label !== null) return placeOfLabel(name, choices, label);
  if (index !== null) return requirePlace(name, choices, index);
  if (["value", "label", "index"].some((key) => key in change)) return noneOf(choices);
  const stays = choices.values.findIndex((value) => isSame(value, state.value));
  const first = choices.labels.length > 0 ? 0 : null;
  return change.options === undefined ? state.index : stays >= 0 ? stays : first;
}

/** `null` as a value may be an option of its own. */
function noneOf({ values }: Choices): number | null {
  const at = values.indexOf(null);
  return at >= 0 ? at : null;
}
