import type { RealArray } from "./types.js";

/** Moments of an array, summed in double precision; elements that are not finite are left out and counted. */
export interface Statistics {
  readonly count: number;
  readonly notFinite: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of the population (divided by n). */
  readonly sd: number;
}

/** Minimum, maximum, mean and standard deviation of an array, in two passes so that large offsets lose no digits. */
export function statistics(data: RealArray): Statistics {
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (!Number.isFinite(value)) continue;
    count += 1;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = count === 0 ? Number.NaN : sum / count;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (Number.isFinite(value)) squares += (value - mean) ** 2;
  }
  if (count === 0)
    return { count, notFinite: data.length, min: Number.NaN, max: Number.NaN, mean, sd: Number.NaN };
  return { count, notFinite: data.length - count, min, max, mean, sd: Math.sqrt(squares / count) };
}
