import { ShapeError } from "../../core/index.js";
import type { Awaitable } from "./objective.js";

/** A linear map given by what it does, and by what its transpose does. */
export interface LinearOperator {
  readonly forward: (x: Float64Array) => Awaitable<Float64Array>;
  readonly adjoint: (y: Float64Array) => Awaitable<Float64Array>;
}

/** Throws unless what an operator gave has as many elements as it must. */
export function requireLength(what: string, vector: Float64Array, length: number): Float64Array {
  if (vector.length === length) return vector;
  throw new ShapeError(what, { got: `${vector.length} elements`, wanted: `${length}` });
}
