export { encodeRecords } from "./encode-records.js";
export type { RecordField } from "./encode-records.js";
export { particlesFromCs } from "./from-cs.js";
export { isCs, readCs } from "./read-cs.js";
export type { ReadCsOptions } from "./read-cs.js";
export { particlesToCs } from "./to-cs.js";
export type { ToCsOptions } from "./to-cs.js";
export { writeCs } from "./write-cs.js";
