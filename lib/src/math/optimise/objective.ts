import { ValueError } from "../../core/index.js";

/** A value, or the promise of one. */
export type Awaitable<T> = T | Promise<T>;

/** What is made small: a number for each point, at once or later. NaN and infinity mean that a point can't be used. */
export type Objective = (point: Float64Array) => Awaitable<number>;

/** Value and gradient of an objective at a point. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** An objective that tells its gradient too. */
export type DifferentiableObjective = (point: Float64Array) => Awaitable<Slope>;

/** The box that a point stays in, one number each for every coordinate; infinite where there is no bound. */
export interface Bounds {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** A start, copied, after it was checked to be finite and to lie in the box, where there is one. */
export function startingPoint(start: ArrayLike<number>, bounds?: Bounds): Float64Array {
  const point = Float64Array.from(start);
  if (point.length === 0 || !point.every(Number.isFinite)) {
    throw new ValueError("start", { got: Array.from(point), wanted: "at least one number, all finite" });
  }
  if (bounds === undefined) return point;
  const inside = point.every((value, i) => value >= bounds.lower[i]! && value <= bounds.upper[i]!);
  if (bounds.lower.length !== point.length || bounds.upper.length !== point.length || !inside) {
    throw new ValueError("start", { got: Array.from(point), wanted: "a point within its bounds" });
  }
  return point;
}

/** The nearest point of the box. Writes to `point` and returns it. */
export function clampInto(point: Float64Array, bounds: Bounds | undefined): Float64Array {
  if (bounds === undefined) return point;
  for (let i = 0; i < point.length; i++) {
    point[i] = Math.min(bounds.upper[i]!, Math.max(bounds.lower[i]!, point[i]!));
  }
  return point;
}

/** Throws unless an objective is finite where the search begins. */
export function requireFiniteStart(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new ValueError("objective at the start", { got: value, wanted: "a finite number" });
}
