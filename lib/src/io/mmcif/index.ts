export { encodeMmcif } from "./encode.js";
export { readMmcif } from "./read.js";
export { writeMmcif } from "./write.js";
