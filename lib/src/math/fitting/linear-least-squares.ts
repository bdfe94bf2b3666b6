import type { RealArray } from "../../array/index.js";
import { requireBetween, ShapeError, ValueError } from "../../core/index.js";
import { rankTolerance, singularValues } from "../linear/singular-values.js";
import type { MatrixShape } from "../linear/index.js";

/** Options of {@link linearLeastSquares}. */
export interface LinearLeastSquaresOptions {
  /** What each observation counts for: one over its variance, where that is known. Default: 1 each. */
  readonly weights?: ArrayLike<number>;
  /** Weight of the parameters' own squares in the sum (ridge regression, Tikhonov). */
  readonly ridge?: number;
}

/** Default of {@link linearLeastSquares}. 0: parameters are then not pulled towards 0. */
const noRidge = 0;

/** The parameters that fit best, and how well. */
export interface LinearFit {
  readonly kind: "linear-fit";
  readonly parameters: Float64Array;
  /** Observed less fitted. */
  readonly residuals: Float64Array;
  /** Weighted sum of the squared residuals. */
  readonly sumOfSquares: number;
  /** How many parameters the design tells apart. Where it is less than their number, the shortest solution is given. */
  readonly rank: number;
  readonly degreesOfFreedom: number;
  /** `[parameters, parameters]`, with the variance of an observation of weight 1 taken from the residuals; NaN where none are to spare. */
  readonly covariance: Float64Array;
  readonly ridge: number;
}

/**
 * Fits `observed = design * parameters` by least squares, weighted and with a ridge where asked. `design` is
 * `[observations, parameters]`. By singular values, so that designs which can't tell all parameters apart are fitted too
 * (Golub and Van Loan 2013, "Matrix Computations", 5.5); for tens of parameters and up to some ten thousand observations.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a number is not finite, a weight is below 0, or the ridge is below 0
 * @example
 * ```ts
 * const design = new Float64Array([1, 0, 1, 1, 1, 2]); // a constant and a slope, at 0, 1 and 2
 * linearLeastSquares(design, [3, 2], [1, 3, 5]).parameters; // [1, 2]
 * ```
 */
export function linearLeastSquares(
  design: RealArray,
  shape: MatrixShape,
  observed: ArrayLike<number>,
  options: LinearLeastSquaresOptions = {},
): LinearFit {
  const [rows, columns] = shape;
  const ridge = requireBetween(
    "ridge",
    options.ridge ?? noRidge,
    0,
    Number.MAX_VALUE,
    "squared units of the design",
  );
  const roots = rootsOf(options.weights, rows);
  requireObserved(observed, rows);
  const weighted = Float64Array.from(design, (element, i) => element * roots[Math.floor(i / columns)]!);
  const { values, left, right } = singularValues(weighted, shape);
  const parameters = new Float64Array(columns);
  const spread = new Float64Array(columns * columns);
  const rank = values.filter((value) => value > rankTolerance(shape) * values[0]!).length;
  for (let k = 0; k < rank; k++) {
    const damped = values[k]! / (values[k]! ** 2 + ridge);
    let share = 0;
    for (let i = 0; i < rows; i++) share += left[k * rows + i]! * roots[i]! * observed[i]!;
    const vector = right.subarray(k * columns, (k + 1) * columns);
    for (let i = 0; i < columns; i++) {
      parameters[i]! += damped * share * vector[i]!;
      for (let j = 0; j < columns; j++) spread[i * columns + j]! += damped ** 2 * vector[i]! * vector[j]!;
    }
  }
  const residuals = Float64Array.from({ length: rows }, (_, i) => {
    let fitted = 0;
    for (let j = 0; j < columns; j++) fitted += design[i * columns + j]! * parameters[j]!;
    return observed[i]! - fitted;
  });
  const sumOfSquares = residuals.reduce((sum, residual, i) => sum + (roots[i]! * residual) ** 2, 0);
  const degreesOfFreedom = rows - rank;
  const variance = degreesOfFreedom > 0 ? sumOfSquares / degreesOfFreedom : Number.NaN;
  const covariance = spread.map((element) => element * variance);
  return {
    kind: "linear-fit",
    parameters,
    residuals,
    sumOfSquares,
    rank,
    degreesOfFreedom,
    covariance,
    ridge,
  };
}

function rootsOf(weights: ArrayLike<number> | undefined, rows: number): Float64Array {
  if (weights === undefined) return new Float64Array(rows).fill(1);
  if (weights.length !== rows) throw new ShapeError("weights", { got: weights.length, wanted: `${rows}` });
  return Float64Array.from(weights, (weight) =>
    Math.sqrt(requireBetween("weight", weight, 0, Number.MAX_VALUE, "one over the variance")),
  );
}

function requireObserved(observed: ArrayLike<number>, rows: number): void {
  if (observed.length !== rows) throw new ShapeError("observed", { got: observed.length, wanted: `${rows}` });
  const wrong = Array.from(observed).findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new ValueError("observed", { got: observed[wrong], wanted: "finite numbers" });
}
