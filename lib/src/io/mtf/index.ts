export { readMtf } from "./read.js";
