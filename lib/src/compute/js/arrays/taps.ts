import type { Interpolation } from "../../jobs/array-jobs.js";
import { mirrored } from "../../jobs/mirrored.js";

/** The samples along one axis that a point between them is read from, with their weights. */
export interface Taps {
  readonly index: Int32Array;
  readonly weight: Float64Array;
  /** Sets them for a point of the axis; false if it is outside, from half a sample beyond the border samples on. */
  at(point: number): boolean;
}

/** How many samples on the axis each interpolation takes, and the first of them from the one below the point. */
const support: Record<Interpolation, { readonly count: number; readonly first: number }> = {
  nearest: { count: 1, first: 0 },
  linear: { count: 2, first: 0 },
  cubic: { count: 4, first: -1 },
};

/** Taps of an axis of `size` samples, which beyond its border samples is its own mirror image. */
export function tapsOf(size: number, interpolation: Interpolation): Taps {
  const { count, first } = support[interpolation];
  const index = new Int32Array(count);
  const weight = new Float64Array(count);
  return {
    index,
    weight,
    at(point) {
      if (!(point >= -0.5 && point < size - 0.5)) return false;
      const below = Math.floor(interpolation === "nearest" ? point + 0.5 : point);
      weigh(weight, point - below);
      for (let tap = 0; tap < count; tap++) index[tap] = mirrored(below + first + tap, size);
      return true;
    },
  };
}

/** Weights of one, two or four samples for a point at `t` of the way from the one below it to the next. */
function weigh(weight: Float64Array, t: number): void {
  if (weight.length === 1) {
    weight[0] = 1;
  } else if (weight.length === 2) {
    weight[0] = 1 - t;
    weight[1] = t;
  } else {
    const s = 1 - t;
    weight[0] = (s * s * s) / 6;
    weight[1] = 2 / 3 - t * t * (1 - t / 2);
    weight[2] = 2 / 3 - s * s * (1 - s / 2);
    weight[3] = (t * t * t) / 6;
  }
}
