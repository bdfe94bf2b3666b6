export { clearNumbers } from "./clear";
export { multiplyComplex } from "./multiply";
export { resampleArray } from "./resample";
export { shiftSpectra } from "./shift";
