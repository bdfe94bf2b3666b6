import { zerosLike } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import { bsplineCoefficients } from "./bspline-coefficients.js";
import type { InterpolationOptions } from "./kinds.js";
import { requireLattice, resolveInterpolation, visitPoints } from "./points.js";
import type { Lattice, Stencils } from "./points.js";

/** Values of a spline and how they change with the point. */
export interface ValuesAndGradients<T extends RealArray> {
  readonly values: T;
  /** `[d/dx, d/dy]` or `[d/dx, d/dy, d/dz]` of each point, per sample. */
  readonly gradients: T;
}

/** Options of {@link interpolateWithGradient2D}: those of interpolation, which is cubic. */
export type GradientOptions = Omit<InterpolationOptions, "interpolation">;

/**
 * Values of an image `[ny, nx]` at points `[x, y]` as {@link interpolate2D} reads them by cubic B-splines, with the exact
 * derivatives of the spline, which is smooth: what a fit of positions needs. Both are 0 outside, where that is zero.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const ramp = new Float64Array(64).map((_, i) => i % 8);
 * (await interpolateWithGradient2D(ramp, [8, 8], new Float64Array([4, 3]))).gradients; // near [1, 0]
 * ```
 */
export function interpolateWithGradient2D<T extends RealArray>(
  data: T,
  shape: readonly [ny: number, nx: number],
  points: RealArray,
  options: GradientOptions = {},
): Promise<ValuesAndGradients<T>> {
  return withGradient("interpolateWithGradient2D", data, { shape, points }, options);
}

/**
 * Values and derivatives of a map `[nz, ny, nx]` at points `[x, y, z]`; otherwise as {@link interpolateWithGradient2D}.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const flat = new Float32Array(27).fill(3);
 * (await interpolateWithGradient3D(flat, [3, 3, 3], new Float64Array([1, 1, 1]))).gradients; // [0, 0, 0]
 * ```
 */
export function interpolateWithGradient3D<T extends RealArray>(
  data: T,
  shape: readonly [nz: number, ny: number, nx: number],
  points: RealArray,
  options: GradientOptions = {},
): Promise<ValuesAndGradients<T>> {
  return withGradient("interpolateWithGradient3D", data, { shape, points }, options);
}

async function withGradient<T extends RealArray>(
  what: string,
  data: T,
  lattice: Lattice,
  options: GradientOptions,
): Promise<ValuesAndGradients<T>> {
  const resolved = resolveInterpolation({ ...options, interpolation: "cubic" });
  const values = zerosLike(data, requireLattice(what, data.length, lattice));
  const gradients = zerosLike(data, lattice.points.length);
  const read = resolved.of === "samples" ? await bsplineCoefficients(data, lattice.shape, options) : data;
  const axes = lattice.shape.length;
  const at = new Float64Array(4);
  await visitPoints(lattice, resolved, options, (point, stencils) => {
    addUp(read, lattice.shape, stencils, at);
    values[point] = at[0]!;
    for (let axis = 0; axis < axes; axis++) gradients[axes * point + axis] = at[axis + 1]!;
  });
  return { values, gradients };
}

/** The value and its derivatives by x, y and z. */
function addUp(data: RealArray, shape: readonly number[], { x, y, z }: Stencils, sums: Float64Array): void {
  const nx = shape[shape.length - 1]!;
  const ny = shape[shape.length - 2]!;
  sums.fill(0);
  for (let k = 0; k < z.taps; k++) {
    for (let j = 0; j < y.taps; j++) {
      const row = (z.at[k]! * ny + y.at[j]!) * nx;
      let [line, slope] = [0, 0];
      for (let i = 0; i < x.taps; i++) {
        const sample = data[row + x.at[i]!]!;
        line += x.weights[i]! * sample;
        slope += x.slopes[i]! * sample;
      }
      sums[0]! += z.weights[k]! * y.weights[j]! * line;
      sums[1]! += z.weights[k]! * y.weights[j]! * slope;
      sums[2]! += z.weights[k]! * y.slopes[j]! * line;
      sums[3]! += z.slopes[k]! * y.weights[j]! * line;
    }
  }
}
