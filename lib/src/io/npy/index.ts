export { parseDtype, parseFields } from "./dtype.js";
export type { Dtype, Field } from "./dtype.js";
export { isNpy, readNpyHeader } from "./header.js";
export type { NpyHeader } from "./header.js";
export { numberType } from "./number-reader.js";
export { readRecords } from "./records.js";
