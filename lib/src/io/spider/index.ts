export { encodeSpider } from "./encode.js";
export { readSpiderHeader, spiderHeader } from "./header.js";
export type { SpiderHeader } from "./header.js";
export { readSpider } from "./read.js";
export type { ReadSpiderOptions, SpiderFile } from "./read.js";
export { spiderToModel } from "./to-model.js";
export { writeSpider } from "./write.js";
