export {
  Dropdown,
  RadioButtons,
  Select,
  SelectMultiple,
  SelectionRangeSlider,
  SelectionSlider,
  ToggleButtons,
} from "./selections.js";
export type { OneClass, OneOf, OneState } from "./one.js";
export type { Options } from "./options.js";
export type { SeveralClass, SeveralOf, SeveralState } from "./several.js";
