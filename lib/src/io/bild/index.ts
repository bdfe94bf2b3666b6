export { angularDistribution } from "./angular-distribution.js";
export type { AngularDistributionOptions } from "./angular-distribution.js";
export { encodeBild, writeBild } from "./encode.js";
export type { BildColour, BildShape } from "./encode.js";
