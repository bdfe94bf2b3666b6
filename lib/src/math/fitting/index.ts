export { fitModel } from "./fit-model.js";
export type { FitModelOptions, ModelFit } from "./fit-model.js";
export { levenbergMarquardtDefaults, levenbergMarquardtStates } from "./levenberg-marquardt.js";
export type { LevenbergMarquardtOptions, LevenbergMarquardtState } from "./levenberg-marquardt.js";
export { linearLeastSquares } from "./linear-least-squares.js";
export type { LinearFit, LinearLeastSquaresOptions } from "./linear-least-squares.js";
export type { Residuals } from "./numerical-jacobian.js";
