/**
 * The cell's side of the widgets. Loading it in a session makes the library's records show themselves.
 *
 * @packageDocumentation
 */
import "./start.js";

export { show } from "./show.js";
export type { CurveView, HistogramView, SpectrumView, VolumeView } from "./show.js";
export type { LiveView } from "./live.js";
export type {
  Contrast,
  CurveShowOptions,
  HistogramShowOptions,
  ImageShowOptions,
  SpectrumShowOptions,
  VolumeShowOptions,
} from "./options.js";
