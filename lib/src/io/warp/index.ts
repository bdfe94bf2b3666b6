export { readWarpTiltSeries } from "./read.js";
export type { WarpTiltSeries } from "./read.js";
