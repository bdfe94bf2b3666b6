import { zerosLike } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import { ShapeError } from "../../core/index.js";
import { bsplineCoefficientsAdjoint } from "./bspline-coefficients.js";
import type { InterpolationOptions } from "./kinds.js";
import { requireLattice, resolveInterpolation, visitPoints } from "./points.js";
import type { Lattice, Stencils } from "./points.js";

/**
 * Shares out values among the samples of an image `[ny, nx]` around their points, each `[x, y]`: the adjoint of
 * {@link interpolate2D} with the same options, the filter of cubic B-splines included.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const middle = new Float64Array([0.5, 0]);
 * await spread2D(new Float64Array([4]), [1, 2], middle, { interpolation: "linear" }); // [2, 2]
 * ```
 */
export function spread2D<T extends RealArray>(
  values: T,
  shape: readonly [ny: number, nx: number],
  points: RealArray,
  options: InterpolationOptions = {},
): Promise<T> {
  return spread("spread2D", values, { shape, points }, options);
}

/**
 * Shares out values among the samples of a map `[nz, ny, nx]` around their points, each `[x, y, z]`: the adjoint of
 * {@link interpolate3D} with the same options.
 *
 * @throws ShapeError if sizes don't fit
 * @throws ValueError if a position is not finite
 * @example
 * ```ts
 * const map = await spread3D(new Float64Array([7]), [3, 3, 3], new Float64Array([1, 1, 1]), { interpolation: "nearest" });
 * map[13]; // 7
 * ```
 */
export function spread3D<T extends RealArray>(
  values: T,
  shape: readonly [nz: number, ny: number, nx: number],
  points: RealArray,
  options: InterpolationOptions = {},
): Promise<T> {
  return spread("spread3D", values, { shape, points }, options);
}

async function spread<T extends RealArray>(
  what: string,
  values: T,
  lattice: Lattice,
  options: InterpolationOptions,
): Promise<T> {
  const resolved = resolveInterpolation(options);
  const elements = lattice.shape.reduce((product, size) => product * size, 1);
  const count = requireLattice(what, elements, lattice);
  if (values.length !== count) {
    throw new ShapeError(`${what}: values`, {
      got: `${values.length} values`,
      wanted: `${count}, one a point`,
    });
  }
  const sums = new Float64Array(elements);
  await visitPoints(lattice, resolved, options, (point, stencils) =>
    addAt(sums, lattice.shape, stencils, values[point]!),
  );
  const filtered = resolved.interpolation === "cubic" && resolved.of === "samples";
  const back = filtered ? await bsplineCoefficientsAdjoint(sums, lattice.shape, options) : sums;
  const array = zerosLike(values, elements);
  array.set(back);
  return array;
}

function addAt(sums: Float64Array, shape: readonly number[], { x, y, z }: Stencils, value: number): void {
  const nx = shape[shape.length - 1]!;
  const ny = shape[shape.length - 2]!;
  const { taps, at, weights } = x;
  for (let k = 0; k < z.taps; k++) {
    const plane = z.at[k]! * ny;
    for (let j = 0; j < y.taps; j++) {
      const row = (plane + y.at[j]!) * nx;
      const share = z.weights[k]! * y.weights[j]! * value;
      for (let i = 0; i < taps; i++) {
        const place = row + at[i]!;
        sums[place] = sums[place]! + weights[i]! * share;
      }
    }
  }
}
