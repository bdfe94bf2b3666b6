export { readCtffindAverages } from "./averages.js";
export type { CtfEstimate } from "./estimate.js";
export { readCtffind } from "./read.js";
export type { CtffindFile } from "./read.js";
