export { clockTime, day, localTime, moment } from "./dates.js";
export type { ClockTime } from "./dates.js";
export { asRead, asWire, named, optional, silent, unsent } from "./kind.js";
export type { Kind, Kinds } from "./kind.js";
export { list, pair } from "./lists.js";
export { closeParts, end, part, widget } from "./models.js";
export { anything, bytes, flag, integer, number, orWord, record, text, word } from "./plain.js";
export { uploads } from "./uploads.js";
export type { UploadedFile } from "./uploads.js";
