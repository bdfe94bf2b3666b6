export { bsplineCoefficients, bsplineCoefficientsAdjoint } from "./bspline-coefficients.js";
export { interpolateWithGradient2D, interpolateWithGradient3D } from "./gradient.js";
export type { GradientOptions, ValuesAndGradients } from "./gradient.js";
export { interpolate2D, interpolate3D } from "./interpolate.js";
export { interpolationDefaults } from "./kinds.js";
export type { Interpolation, InterpolationOptions, Outside } from "./kinds.js";
export { spread2D, spread3D } from "./spread.js";
