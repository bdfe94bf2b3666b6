import { requireShape } from "../../array/index.js";
import type { RealArray } from "../../array/index.js";
import { requireOneOf, ShapeError, startTask, ValueError } from "../../core/index.js";
import { interpolationDefaults } from "./kinds.js";
import type { InterpolationOptions, ResolvedInterpolation } from "./kinds.js";
import { placeStencil, stencilOf } from "./stencil.js";
import type { Stencil } from "./stencil.js";

/** An array of two or three axes and the points at which it is met. */
export interface Lattice {
  /** `[ny, nx]` or `[nz, ny, nx]`. */
  readonly shape: readonly number[];
  /** `[x, y]` or `[x, y, z]` of each point, in samples from the centre of the first one. */
  readonly points: RealArray;
}

/** Stencils of the three axes; that of z is the first sample alone where there are two. */
export interface Stencils {
  readonly x: Stencil;
  readonly y: Stencil;
  readonly z: Stencil;
}

/** Points between two looks at the clock: about a millisecond of work. */
const pointsPerBlock = 4096;

/** Options with their defaults, checked. */
export function resolveInterpolation(options: InterpolationOptions): ResolvedInterpolation {
  const { interpolation, outside, of } = { ...interpolationDefaults, ...options };
  return {
    interpolation: requireOneOf("interpolation", interpolation, ["nearest", "linear", "cubic"]),
    outside: requireOneOf("outside", outside, ["mirror", "zero"]),
    of: requireOneOf("of", of, ["samples", "coefficients"]),
  };
}

/** Number of points of a lattice whose array has `elements` elements, after all sizes were checked. */
export function requireLattice(what: string, elements: number, { shape, points }: Lattice): number {
  requireShape(what, elements, shape);
  if (points.length % shape.length !== 0) {
    const wanted = `${shape.length} numbers for each point`;
    throw new ShapeError(`${what}: points`, { got: `${points.length} numbers`, wanted });
  }
  for (let i = 0; i < points.length; i++) {
    if (Number.isFinite(points[i])) continue;
    throw new ValueError(`${what}: points`, { got: points[i], wanted: "finite positions" });
  }
  return points.length / shape.length;
}

/** Visits every point that has something to read, with its stencils; breathes between blocks. */
export async function visitPoints(
  { shape, points }: Lattice,
  { interpolation, outside }: ResolvedInterpolation,
  options: InterpolationOptions,
  visit: (point: number, stencils: Stencils) => void,
): Promise<void> {
  const task = startTask(options);
  const axes = shape.length;
  const [nx, ny, nz] = [shape[axes - 1]!, shape[axes - 2]!, axes === 3 ? shape[0]! : 1];
  const x = stencilOf(interpolation);
  const y = stencilOf(interpolation);
  const z = stencilOf(axes === 3 ? interpolation : "nearest");
  const stencils = { x, y, z };
  const count = points.length / axes;
  for (let first = 0; first < count; first += pointsPerBlock) {
    const end = Math.min(count, first + pointsPerBlock);
    for (let point = first; point < end; point++) {
      const at = axes * point;
      if (!placeStencil(x, points[at]!, nx, outside)) continue;
      if (!placeStencil(y, points[at + 1]!, ny, outside)) continue;
      if (axes === 3 && !placeStencil(z, points[at + 2]!, nz, outside)) continue;
      visit(point, stencils);
    }
    task.report({ stage: "interpolation", done: end, total: count });
    const pending = task.breathe();
    if (pending !== undefined) await pending;
  }
}
