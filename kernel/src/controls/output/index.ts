export { captureInto } from "./capture.js";
export { OutputLog } from "./log.js";
export type { OutputRecord } from "./log.js";
export { Output } from "./output.js";
