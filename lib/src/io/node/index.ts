export { fileSource } from "./file-source.js";
export { writeAtomically } from "./write-atomically.js";
