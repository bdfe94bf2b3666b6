import type { Interpolation, Outside } from "./kinds.js";

/** The samples along one axis that a value between them is made of, and their shares in it. */
export interface Stencil {
  readonly taps: number;
  readonly at: Int32Array;
  readonly weights: Float64Array;
  /** Derivatives of the weights by the position. */
  readonly slopes: Float64Array;
}

/** Samples on a line that each kind of interpolation reads. */
const taps = { nearest: 1, linear: 2, cubic: 4 } as const;

/** A stencil to be placed by {@link placeStencil}; before, it is the first sample alone. */
export function stencilOf(interpolation: Interpolation): Stencil {
  const count = taps[interpolation];
  const weights = new Float64Array(count);
  weights[0] = 1;
  return { taps: count, at: new Int32Array(count), weights, slopes: new Float64Array(count) };
}

/** Moves a stencil to a position along a line of `length` samples. False where there is nothing to read: outside, where that is zero. */
export function placeStencil(stencil: Stencil, position: number, length: number, outside: Outside): boolean {
  if (outside === "zero" && !(position >= -0.5 && position < length - 0.5)) return false;
  const first = shares(stencil, position);
  for (let tap = 0; tap < stencil.taps; tap++) {
    const at = first + tap;
    stencil.at[tap] = at >= 0 && at < length ? at : mirrored(at, length);
  }
  return true;
}

/** Sets the weights and their slopes for a position; returns the index of the first sample, as if the line had no end. */
function shares({ taps: count, weights, slopes }: Stencil, position: number): number {
  if (count === 1) return Math.floor(position + 0.5);
  const below = Math.floor(position);
  const t = position - below;
  const s = 1 - t;
  if (count === 2) {
    weights[0] = s;
    weights[1] = t;
    slopes[0] = -1;
    slopes[1] = 1;
    return below;
  }
  weights[0] = (s * s * s) / 6;
  weights[1] = 2 / 3 - (t * t * (2 - t)) / 2;
  weights[2] = 2 / 3 - (s * s * (2 - s)) / 2;
  weights[3] = (t * t * t) / 6;
  slopes[0] = (-s * s) / 2;
  slopes[1] = t * (1.5 * t - 2);
  slopes[2] = s * (2 - 1.5 * s);
  slopes[3] = (t * t) / 2;
  return below - 1;
}

/** The index inside a line that a mirrored one stands for. */
function mirrored(index: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * length - 2;
  const folded = ((index % period) + period) % period;
  return folded < length ? folded : period - folded;
}
