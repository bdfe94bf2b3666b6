export { encodeStar } from "./encode.js";
export type { StarContent } from "./encode.js";
export { readStar } from "./read.js";
export { starTable } from "./star-file.js";
export type { StarBlock, StarFile } from "./star-file.js";
export { writeStar } from "./write.js";
