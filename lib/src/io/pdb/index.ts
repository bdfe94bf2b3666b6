export { encodePdb } from "./encode.js";
export { readPdb } from "./read.js";
export { writePdb } from "./write.js";
