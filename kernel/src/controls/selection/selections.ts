import type { Control } from "../control.js";
import {
  DropdownModel,
  RadioButtonsModel,
  SelectModel,
  SelectMultipleModel,
  SelectionRangeSliderModel,
  SelectionSliderModel,
  ToggleButtonsModel,
  type DropdownModelState,
  type RadioButtonsModelState,
  type SelectModelState,
  type SelectMultipleModelState,
  type SelectionRangeSliderModelState,
  type SelectionSliderModelState,
  type ToggleButtonsModelState,
} from "../generated/index.js";
import { selectionOfOne, type OneClass, type OneOf } from "./one.js";
import { selectionOfSeveral, type SeveralClass, type SeveralOf } from "./several.js";

/**
 * One of several options, from a list that opens.
 *
 * @example
 * ```ts
 * const symmetry = new Dropdown({ options: ["C1", "C4", "D7"], value: "C4", description: "symmetry" });
 * symmetry.on("change", "value", ({ value }) => console.log(value));
 * ```
 */
export const Dropdown: OneClass<DropdownModelState> = selectionOfOne(DropdownModel, { empty: "allowed" });
export type Dropdown<Value = unknown> = Control<OneOf<Value, DropdownModelState>> &
  OneOf<Value, DropdownModelState>;

/** One of several options, from a list that is open. */
export const Select: OneClass<SelectModelState> = selectionOfOne(SelectModel, { empty: "allowed" });
export type Select<Value = unknown> = Control<OneOf<Value, SelectModelState>> &
  OneOf<Value, SelectModelState>;

/** One of several options, each with a round button. */
export const RadioButtons: OneClass<RadioButtonsModelState> = selectionOfOne(RadioButtonsModel, {
  empty: "allowed",
});
export type RadioButtons<Value = unknown> = Control<OneOf<Value, RadioButtonsModelState>> &
  OneOf<Value, RadioButtonsModelState>;

/** One of several options, each with a button. */
export const ToggleButtons: OneClass<ToggleButtonsModelState> = selectionOfOne(ToggleButtonsModel, {
  empty: "allowed",
});
export type ToggleButtons<Value = unknown> = Control<OneOf<Value, ToggleButtonsModelState>> &
  OneOf<Value, ToggleButtonsModelState>;

/** One of several options, on a slider. @throws RangeError without options */
export const SelectionSlider: OneClass<SelectionSliderModelState> = selectionOfOne(SelectionSliderModel, {
  empty: "refused",
});
export type SelectionSlider<Value = unknown> = Control<OneOf<Value, SelectionSliderModelState>> &
  OneOf<Value, SelectionSliderModelState>;

/** A range of options, on a slider with two handles. @throws RangeError without options */
export const SelectionRangeSlider: SeveralClass<SelectionRangeSliderModelState> = selectionOfSeveral(
  SelectionRangeSliderModel,
  { which: "range" },
);
export type SelectionRangeSlider<Value = unknown> = Control<
  SeveralOf<Value, SelectionRangeSliderModelState>
> &
  SeveralOf<Value, SelectionRangeSliderModelState>;

/** Any number of options, from a list that is open. */
export const SelectMultiple: SeveralClass<SelectMultipleModelState> = selectionOfSeveral(
  SelectMultipleModel,
  {
    which: "any",
  },
);
export type SelectMultiple<Value = unknown> = Control<SeveralOf<Value, SelectMultipleModelState>> &
  SeveralOf<Value, SelectMultipleModelState>;
