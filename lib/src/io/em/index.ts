export { encodeEm } from "./encode.js";
export { emHeader, readEmHeader } from "./header.js";
export type { EmHeader } from "./header.js";
export { readEm } from "./read.js";
export type { EmFile } from "./read.js";
export { emToModel } from "./to-model.js";
export { writeEm } from "./write.js";
