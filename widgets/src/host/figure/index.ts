export { figureOf } from "./figure-of.js";
export type { ShowOptions } from "./figure-of.js";
