export {
  conjugateGradientLeastSquares,
  conjugateGradientLeastSquaresStates,
  leastSquaresDefaults,
} from "./conjugate-gradient-least-squares.js";
export type { LeastSquaresOptions, LeastSquaresState } from "./conjugate-gradient-least-squares.js";
export {
  conjugateGradientDefaults,
  conjugateGradients,
  conjugateGradientStates,
} from "./conjugate-gradients.js";
export type { ConjugateGradientOptions, ConjugateGradientState } from "./conjugate-gradients.js";
export { lastState } from "./iterate.js";
export type { IterationOptions, IterationState, Verdict } from "./iterate.js";
export { lbfgs, lbfgsDefaults, lbfgsStates } from "./lbfgs.js";
export type { CurvaturePair, LbfgsOptions, LbfgsState } from "./lbfgs.js";
export { lineMinimum, lineMinimumDefaults, lineMinimumStates } from "./line-minimum.js";
export type { LineMethod, LineMinimumOptions, LineMinimumState } from "./line-minimum.js";
export type { LinearOperator } from "./linear-operator.js";
export { nelderMead, nelderMeadDefaults, nelderMeadStates } from "./nelder-mead.js";
export type { NelderMeadOptions, NelderMeadState } from "./nelder-mead.js";
export {
  nonlinearConjugateGradientDefaults,
  nonlinearConjugateGradients,
  nonlinearConjugateGradientStates,
} from "./nonlinear-conjugate-gradients.js";
export type { NonlinearConjugateGradientState } from "./nonlinear-conjugate-gradients.js";
export type { Awaitable, Bounds, DifferentiableObjective, Objective, Slope } from "./objective.js";
