export { elementCount, originIndex, requireSameShape, requireShape, sameShape } from "./shape.js";
export type { Shape } from "./shape.js";
export { statistics } from "./statistics.js";
export type { Statistics } from "./statistics.js";
export { statisticsInBlocks } from "./statistics-in-blocks.js";
export { zerosLike } from "./types.js";
export type { RealArray } from "./types.js";
