import type { Overview } from "./slices.js";
import type { Triple } from "./geometry.js";

/** Density on a coarser grid. */
export interface CoarseGrid {
  readonly values: Float32Array;
  readonly shape: Triple;
  /** Voxels of the map per element, along each axis. */
  readonly step: Triple;
  /** Position of element 0, in voxels of the map. */
  readonly start: Triple;
}

/**
 * Copies an overview onto a grid with no side above `maxSize`, in density units. Elements are means of the trilinear
 * interpolation over their extent, so that fine noise does not fold into the coarse grid.
 */
export function coarseGrid({ data, shape, offset, scale, binning }: Overview, maxSize: number): CoarseGrid {
  const ratio = Math.max(1, Math.max(...shape) / maxSize);
  const size = (n: number): number => Math.max(1, Math.min(maxSize, Math.round(n / ratio)));
  const out: Triple = [size(shape[0]), size(shape[1]), size(shape[2])];
  let values: Float32Array = Float32Array.from(data, (stored) => offset + scale * stored);
  let now: Triple = shape;
  for (const axis of [0, 1, 2] as const) {
    const next = now.map((n, i) => (i === axis ? out[axis] : n)) as unknown as Triple;
    if (next[axis] !== now[axis]) values = shrinkAxis(values, now, next, axis);
    now = next;
  }
  const step = shape.map((n, axis) => (n / out[axis]!) * binning) as unknown as Triple;
  return { values, shape: out, step, start: step.map((s) => (s - 1) / 2) as unknown as Triple };
}

/** Means over intervals along one axis; an element cut by an interval's end counts by the part inside. */
function shrinkAxis(values: Float32Array, from: Triple, to: Triple, axis: 0 | 1 | 2): Float32Array {
  const inner = from.slice(axis + 1).reduce((product, n) => product * n, 1);
  const outer = from.slice(0, axis).reduce((product, n) => product * n, 1);
  const [n, m] = [from[axis], to[axis]];
  const length = n / m;
  const out = new Float32Array(outer * m * inner);
  for (let target = 0; target < m; target++) {
    const [low, high] = [target * length, (target + 1) * length];
    for (let source = Math.floor(low); source < Math.min(n, Math.ceil(high - 1e-9)); source++) {
      const weight = (Math.min(high, source + 1) - Math.max(low, source)) / length;
      for (let o = 0; o < outer; o++) {
        const to0 = (o * m + target) * inner;
        const from0 = (o * n + source) * inner;
        for (let i = 0; i < inner; i++) out[to0 + i]! += weight * values[from0 + i]!;
      }
    }
  }
  return out;
}
