import type { WidgetModel } from "../widget-model.js";
import type { Fixed } from "./fixed.js";

/** A widget that holds a value. */
export interface ValueControl<Value> {
  readonly id: string;
  readonly value: Value;
}

type Choice = string | number | boolean | readonly [label: string, value: unknown];

/** What may stand for a control in `interact`. */
export type Abbreviation =
  | number
  | boolean
  | string
  | Date
  | readonly Choice[]
  | Fixed<unknown>
  | ValueControl<unknown>
  | { readonly [label: string]: unknown };

export type Abbreviations = Readonly<Record<string, Abbreviation>>;

/** The value that a function gets from a control. */
export type ValueOf<Given> =
  Given extends Fixed<infer Value>
    ? Value
    : Given extends ValueControl<infer Value>
      ? Value
      : Given extends number
        ? number
        : Given extends boolean
          ? boolean
          : Given extends string
            ? string
            : Given extends Date
              ? Date | null
              : Given extends readonly unknown[]
                ? ChosenOf<Given>
                : Given extends { readonly [label: string]: infer Value }
                  ? Value
                  : never;

/** Numbers are a range or choices: a number in both cases. Of pairs, the second is the value. */
type ChosenOf<Given extends readonly unknown[]> = Given[number] extends infer One
  ? One extends number
    ? number
    : One extends readonly [string, infer Value]
      ? Value
      : One
  : never;

/** What a function gets from its controls. */
export type ValuesOf<Given extends Abbreviations> = {
  -readonly [Name in keyof Given]: ValueOf<Given[Name]>;
};

/** The control that stands for an abbreviation: a widget is itself, and a fixed value has none. */
export type ControlOf<Given> =
  Given extends Fixed<unknown>
    ? undefined
    : Given extends ValueControl<unknown>
      ? Given
      : WidgetModel<{ value: ValueOf<Given> }> & { value: ValueOf<Given> };

/** The controls of a function, by the names of its parameters. */
export type ControlsOf<Given extends Abbreviations> = {
  readonly [Name in keyof Given]: ControlOf<Given[Name]>;
};
