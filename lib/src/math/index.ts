export { anglesFromRotation, rotationFromAngles } from "./conventions/angles.js";
export type { AngleConvention, AngleOptions, ConventionAngles } from "./conventions/angles.js";
export { cryosparcFromRotation, rotationFromCryosparc } from "./conventions/cryosparc.js";
export {
  angleBetweenVectorsDeg,
  directionFromVector,
  projectionDirection,
  vectorFromDirection,
} from "./direction.js";
export type { Direction } from "./direction.js";
export { eulerFromRotation, rotationFromEuler } from "./euler.js";
export type { EulerAngles } from "./euler.js";
export { directionGrid } from "./grids/direction-grid.js";
export type { DirectionGridOptions } from "./grids/direction-grid.js";
export { localRotations } from "./grids/local-rotations.js";
export type { LocalRotationsOptions } from "./grids/local-rotations.js";
export { gridRotation, rotationGrid } from "./grids/rotation-grid.js";
export type { InPlaneOrigin, RotationGrid, RotationGridOptions } from "./grids/rotation-grid.js";
export { interpolateRotation } from "./interpolate-rotation.js";
export { meanRotation } from "./mean-rotation.js";
export type { MeanRotationOptions } from "./mean-rotation.js";
export { quaternionFromRotation, rotationFromQuaternion } from "./quaternion.js";
export type { Quaternion } from "./quaternion.js";
export { randomRotation } from "./random-rotation.js";
export { randomTurn } from "./random-turn.js";
export type { RandomTurnOptions } from "./random-turn.js";
export { rotationAbout } from "./rotation-about.js";
export { rotationFromVector, vectorFromRotation } from "./rotation-vector.js";
export { angleBetweenDeg, composed, identityRotation, rotated, transposed } from "./rotation.js";
export type { Rotation, Vector3 } from "./rotation.js";
export { fibonacciSphere } from "./sphere/fibonacci-sphere.js";
export { healpixCentre } from "./sphere/healpix-centre.js";
export { healpixPixelCount } from "./sphere/healpix-grid.js";
export type { HealpixOptions, HealpixScheme } from "./sphere/healpix-grid.js";
export { healpixPixel } from "./sphere/healpix-pixel.js";
export { angleModuloSymmetryDeg, directionModuloSymmetryDeg } from "./symmetry/angle-modulo-symmetry.js";
export { inAsymmetricUnit, reduceDirection, reduceRotation } from "./symmetry/asymmetric-unit.js";
export { pointGroup } from "./symmetry/point-group.js";
export type { PointGroup } from "./symmetry/point-group.js";
export {
  fitModel,
  levenbergMarquardtDefaults,
  levenbergMarquardtStates,
  linearLeastSquares,
} from "./fitting/index.js";
export type {
  FitModelOptions,
  LevenbergMarquardtOptions,
  LevenbergMarquardtState,
  LinearFit,
  LinearLeastSquaresOptions,
  ModelFit,
  Residuals,
} from "./fitting/index.js";
export {
  bsplineCoefficients,
  bsplineCoefficientsAdjoint,
  interpolate2D,
  interpolate3D,
  interpolateWithGradient2D,
  interpolateWithGradient3D,
  interpolationDefaults,
  spread2D,
  spread3D,
} from "./interpolation/index.js";
export type {
  GradientOptions,
  Interpolation,
  InterpolationOptions,
  Outside,
  ValuesAndGradients,
} from "./interpolation/index.js";
export {
  choleskyDecomposition,
  pseudoInverse,
  qrDecomposition,
  singularValues,
  solvePositiveDefinite,
  symmetricEigen,
} from "./linear/index.js";
export type { MatrixShape, OrthogonalTriangular, SingularValues, SymmetricEigen } from "./linear/index.js";
export {
  conjugateGradientDefaults,
  conjugateGradientLeastSquares,
  conjugateGradientLeastSquaresStates,
  conjugateGradients,
  conjugateGradientStates,
  lastState,
  lbfgs,
  lbfgsDefaults,
  lbfgsStates,
  leastSquaresDefaults,
  lineMinimum,
  lineMinimumDefaults,
  lineMinimumStates,
  nelderMead,
  nelderMeadDefaults,
  nelderMeadStates,
  nonlinearConjugateGradientDefaults,
  nonlinearConjugateGradients,
  nonlinearConjugateGradientStates,
} from "./optimise/index.js";
export type {
  Awaitable,
  Bounds,
  ConjugateGradientOptions,
  ConjugateGradientState,
  CurvaturePair,
  DifferentiableObjective,
  IterationOptions,
  IterationState,
  LbfgsOptions,
  LbfgsState,
  LeastSquaresOptions,
  LeastSquaresState,
  LinearOperator,
  LineMethod,
  LineMinimumOptions,
  LineMinimumState,
  NelderMeadOptions,
  NelderMeadState,
  NonlinearConjugateGradientState,
  Objective,
  Slope,
  Verdict,
} from "./optimise/index.js";
