import { ShapeError, ValueError } from "../core/index.js";
import { quaternionFromRotation, rotationFromQuaternion } from "./quaternion.js";
import type { Quaternion } from "./quaternion.js";
import type { Rotation } from "./rotation.js";

/** How the rotations enter their mean. */
export interface MeanRotationOptions {
  /** One weight of at least 0 for each rotation; all alike by default. */
  readonly weights?: readonly number[];
}

/** Squarings of a matrix of which only the largest eigenvector is to be left: gaps of 1e-12 are resolved. */
const squarings = 50;

/**
 * The mean of rotations: the one with the least weighted sum of squared distances, as matrices, to all of them
 * (Markley et al. 2007, "Averaging quaternions", J. Guidance, Control and Dynamics 30, 1193).
 * It is the largest eigenvector of the sum of the quaternions' outer products, so their signs do not matter.
 *
 * @throws ValueError if there is no rotation, a weight is negative, or no mean is nearer to all than another
 * @example
 * ```ts
 * const turns = [10, 20, 60].map((psiDeg) => rotationFromEuler({ rotDeg: 0, tiltDeg: 0, psiDeg }));
 * eulerFromRotation(meanRotation(turns)).psiDeg; // ≈ 29.8
 * ```
 */
export function meanRotation(rotations: readonly Rotation[], options: MeanRotationOptions = {}): Rotation {
  const { weights } = options;
  if (weights !== undefined && weights.length !== rotations.length) {
    throw new ShapeError("weights", { got: weights.length, wanted: `${rotations.length}, one per rotation` });
  }
  let sum = new Float64Array(16);
  rotations.forEach((rotation, i) => {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (!(weight >= 0))
      throw new ValueError(`weights[${i}]`, { got: weight, wanted: "a number of at least 0" });
    const parts = quaternionFromRotation(rotation);
    for (let at = 0; at < 16; at++) sum[at]! += weight * parts[at >> 2]! * parts[at & 3]!;
  });
  for (let step = 0; step < squarings; step++) sum = squared(withTraceOne(sum));
  return rotationFromQuaternion(onlyEigenvector(withTraceOne(sum)));
}

function trace(matrix: Float64Array): number {
  return matrix[0]! + matrix[5]! + matrix[10]! + matrix[15]!;
}

function withTraceOne(matrix: Float64Array): Float64Array<ArrayBuffer> {
  const scale = trace(matrix);
  if (!(scale > 0)) {
    throw new ValueError("rotations", { got: "none", wanted: "at least one of a weight above 0" });
  }
  return Float64Array.from(matrix, (value) => value / scale);
}

function squared(matrix: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(16);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      for (let k = 0; k < 4; k++) out[4 * row + column]! += matrix[4 * row + k]! * matrix[4 * k + column]!;
    }
  }
  return out;
}

/** The vector v of a matrix `v vᵀ` of trace 1. */
function onlyEigenvector(matrix: Float64Array): Quaternion {
  const others = 1 - trace(squared(matrix));
  if (others > 1e-6) {
    throw new ValueError("rotations", {
      got: "several means as good as one another",
      wanted: "a single mean",
    });
  }
  const largest = [0, 1, 2, 3].reduce((best, i) => (matrix[5 * i]! > matrix[5 * best]! ? i : best));
  return Array.from(matrix.subarray(4 * largest, 4 * largest + 4)) as unknown as Quaternion;
}
