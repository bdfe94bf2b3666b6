export type { EerCoding } from "./coding.js";
export type { EerFractionation } from "./fractions.js";
export { eerFrames } from "./frames.js";
export type { EerFacts, EerFrames, EerOptions } from "./frames.js";
export type { EerItem, EerMetadata } from "./metadata.js";
export { isEer } from "./sniff.js";
export type { EerGrid, EerUpsampling } from "./render.js";
