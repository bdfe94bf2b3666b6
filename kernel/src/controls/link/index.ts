export { jsdlink, jslink } from "./js-link.js";
export { dlink, link } from "./link.js";
export type { End, LinkOptions } from "./link.js";
