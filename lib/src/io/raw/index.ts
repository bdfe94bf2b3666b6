export { readRaw } from "./read.js";
export type { RawLayout, ReadRawOptions } from "./read.js";
