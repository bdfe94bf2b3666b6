export {
  drawnEvent,
  goneEvent,
  modelClass,
  moduleName,
  protocolVersion,
  viewClass,
  viewMime,
  widgetMime,
  widgetNames,
} from "./names.js";
export type { WidgetName } from "./names.js";
export type {
  CurveState,
  HistogramState,
  Packed,
  SavedView,
  SpectrumState,
  VolumeState,
  WidgetState,
} from "./state.js";
export { maxMessageBytes } from "./messages.js";
export type { DataMessage, RefusalMessage, RequestMessage } from "./messages.js";
