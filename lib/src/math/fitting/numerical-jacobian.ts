import type { Awaitable, Bounds } from "../optimise/index.js";

/** What is left between model and observations at a point, each already divided by its expected error. */
export type Residuals = (point: Float64Array) => Awaitable<Float64Array>;

/** Part of a parameter that it is moved by: the cube root of rounding balances the error of a central difference with it. */
const relativeStep = Math.cbrt(Number.EPSILON);

/** Derivatives `[residuals, parameters]` by central differences, or one-sided ones where a bound is near. */
export async function numericalJacobian(
  residuals: Residuals,
  point: Float64Array,
  bounds: Bounds | undefined,
): Promise<Float64Array> {
  const columns = point.length;
  let jacobian = new Float64Array(0);
  for (let j = 0; j < columns; j++) {
    const step = relativeStep * (Math.abs(point[j]!) || 1);
    const ends = [point[j]! - step, point[j]! + step].map((end) =>
      bounds === undefined ? end : Math.min(bounds.upper[j]!, Math.max(bounds.lower[j]!, end)),
    ) as [number, number];
    const [before, after] = [point.slice(), point.slice()];
    before[j] = ends[0];
    after[j] = ends[1];
    const low = await residuals(before);
    const high = await residuals(after);
    if (j === 0) jacobian = new Float64Array(low.length * columns);
    const width = ends[1] - ends[0];
    for (let i = 0; i < low.length; i++) jacobian[i * columns + j] = (high[i]! - low[i]!) / width;
  }
  return jacobian;
}
