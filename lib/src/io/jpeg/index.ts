export { encodeJpeg } from "./encode.js";
export type { JpegOptions } from "./encode.js";
export { writeJpeg } from "./write.js";
