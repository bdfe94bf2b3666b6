export { dispatchComm, openComm, openComms, registerCommTarget } from "./comm.js";
export type { Comm, CommMessage, CommTarget, SendOptions } from "./comm.js";
export {
  clearOutput,
  display,
  displayBundle,
  formatValue,
  plainText,
  takeDisplay,
  updateBundle,
} from "./display.js";
export type { DisplayHandle } from "./display.js";
export { displaySymbol, registerFormatter } from "./formatters.js";
export type { Displayed, Formatter } from "./formatters.js";
export { cellHost, inSession, setCellHost } from "./host.js";
export type { Bytes, Captured, CellHost, CellMessage, CellMessageType, MimeBundle, Part } from "./host.js";
export { input } from "./input.js";
export { cell } from "./progress.js";
export { setBarFace } from "./progress/face.js";
export type { BarFace, BarState, BarView } from "./progress/face.js";
export { cellTask } from "./progress/task.js";
export type { CellTask } from "./progress/task.js";
export type { CellProgress } from "./progress/words.js";
export { widgetsAreShown } from "./widgets-shown.js";
