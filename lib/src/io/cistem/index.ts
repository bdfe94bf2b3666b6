export { isCistemTable, particlesFromCistem } from "./from-cistem.js";
export type { FromCistemOptions } from "./from-cistem.js";
export { isCistemBinary, readCistemBinary } from "./read-binary.js";
export { isPar, readPar } from "./read-par.js";
