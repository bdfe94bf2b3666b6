export { linesOf, numberIn, numbersIn, readText } from "./read-text.js";
export type { Text, TextLine } from "./read-text.js";
export { writeText } from "./write-text.js";
