export { Fixed, fixed } from "./fixed.js";
export { interact, interactManual, interactive, interactiveOutput } from "./interact.js";
export type { Interactive, When } from "./interactive.js";
export type {
  Abbreviation,
  Abbreviations,
  ControlOf,
  ControlsOf,
  ValueControl,
  ValueOf,
  ValuesOf,
} from "./types.js";
