export { mdocImages } from "./images.js";
export type { MdocImage } from "./images.js";
export type { MdocEntries, MdocFile, MdocHeading, MdocSection } from "./mdoc-file.js";
export { readMdoc } from "./read.js";
export { encodeMdoc, writeMdoc } from "./write.js";
export type { MdocContent } from "./write.js";
