export { encodePng } from "./encode.js";
export type { PngOptions } from "./encode.js";
export { writePng } from "./write.js";
