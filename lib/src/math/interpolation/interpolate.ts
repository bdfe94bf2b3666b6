import { zerosLike } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import { bsplineCoefficients } from "./bspline-coefficients.js";
import type { InterpolationOptions } from "./kinds.js";
import { requireLattice, resolveInterpolation, visitPoints } from "./points.js";
import type { Lattice, Stencils } from "./points.js";

/**
 * Values of an image `[ny, nx]` at points between its samples: `points` holds `[x, y]` for each, in pixels from the centre
 * of the first one. Cubic B-splines by default, or the nearest sample, or straight lines; outside the image is zero by
 * default, or its mirror image, see {@link interpolationDefaults}. Cubic reads samples unless told that `data` are already
 * the coefficients of {@link bsplineCoefficients}. The adjoint is {@link spread2D}.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const ramp = new Float64Array([0, 1, 2, 10, 11, 12]);
 * await interpolate2D(ramp, [2, 3], new Float64Array([0.5, 0.5]), { interpolation: "linear" }); // [5.5]
 * ```
 */
export function interpolate2D<T extends RealArray>(
  data: T,
  shape: readonly [ny: number, nx: number],
  points: RealArray,
  options: InterpolationOptions = {},
): Promise<T> {
  return interpolate("interpolate2D", data, { shape, points }, options);
}

/**
 * Values of a map `[nz, ny, nx]` at points between its samples, each `[x, y, z]`; otherwise as {@link interpolate2D}.
 * The adjoint is {@link spread3D}.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const flat = new Float32Array(27).fill(3);
 * await interpolate3D(flat, [3, 3, 3], new Float64Array([1.2, 0.7, 1.9])); // [3]
 * ```
 */
export function interpolate3D<T extends RealArray>(
  data: T,
  shape: readonly [nz: number, ny: number, nx: number],
  points: RealArray,
  options: InterpolationOptions = {},
): Promise<T> {
  return interpolate("interpolate3D", data, { shape, points }, options);
}

async function interpolate<T extends RealArray>(
  what: string,
  data: T,
  lattice: Lattice,
  options: InterpolationOptions,
): Promise<T> {
  const resolved = resolveInterpolation(options);
  const values = zerosLike(data, requireLattice(what, data.length, lattice));
  const filtered = resolved.interpolation === "cubic" && resolved.of === "samples";
  const read = filtered ? await bsplineCoefficients(data, lattice.shape, options) : data;
  await visitPoints(lattice, resolved, options, (point, stencils) => {
    values[point] = valueAt(read, lattice.shape, stencils);
  });
  return values;
}

function valueAt(data: RealArray, shape: readonly number[], { x, y, z }: Stencils): number {
  const nx = shape[shape.length - 1]!;
  const ny = shape[shape.length - 2]!;
  const { taps, at, weights } = x;
  let sum = 0;
  for (let k = 0; k < z.taps; k++) {
    const plane = z.at[k]! * ny;
    for (let j = 0; j < y.taps; j++) {
      const row = (plane + y.at[j]!) * nx;
      let line = 0;
      for (let i = 0; i < taps; i++) line += weights[i]! * data[row + at[i]!]!;
      sum += z.weights[k]! * y.weights[j]! * line;
    }
  }
  return sum;
}
