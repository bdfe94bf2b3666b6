import type { Rect } from "../../draw/index.js";

/** The direction a slice is perpendicular to. */
export type Axis = "z" | "y" | "x";
/** Three numbers in the order of the array's axes. */
export type Triple = readonly [z: number, y: number, x: number];

/** Axes in the order of the array. */
export const axes: readonly Axis[] = ["z", "y", "x"];

/**
 * Which axes of the array run to the right and down on the screen. The slices perpendicular to z and y share the x axis across, those
 * perpendicular to z and x share the y axis down, so that the cross-hairs of neighbours meet.
 */
export const planes: Readonly<
  Record<Axis, { readonly across: 0 | 1 | 2; readonly down: 0 | 1 | 2; readonly through: 0 | 1 | 2 }>
> = {
  z: { across: 2, down: 1, through: 0 },
  y: { across: 2, down: 0, through: 1 },
  x: { across: 0, down: 1, through: 2 },
};

/** A map's grid as the view knows it. */
export interface Grid {
  readonly shape: Triple;
  readonly voxelSizesA: Triple;
}

/** Three numbers, each missing one replaced. */
export function triple(values: readonly number[] | undefined, missing: number): Triple {
  return [values?.[0] ?? missing, values?.[1] ?? missing, values?.[2] ?? missing];
}

/** Pixels per Å at which the longest side of the map fills a panel. */
export function pxPerA({ shape, voxelSizesA }: Grid, sidePx: number): number {
  return sidePx / Math.max(...shape.map((size, axis) => size * voxelSizesA[axis]!));
}

/** Where a slice lies in its square panel: at the common scale, in the middle. */
export function sliceRect(grid: Grid, axis: Axis, sidePx: number): Rect {
  const { across, down } = planes[axis];
  const scale = pxPerA(grid, sidePx);
  const width = grid.shape[across] * grid.voxelSizesA[across] * scale;
  const height = grid.shape[down] * grid.voxelSizesA[down] * scale;
  return { x: (sidePx - width) / 2, y: (sidePx - height) / 2, width, height };
}

/** Point of the panel at the centre of the voxel under the cross-hair. */
export function cursorPoint(
  grid: Grid,
  axis: Axis,
  cursor: Triple,
  sidePx: number,
): { x: number; y: number } {
  const { across, down } = planes[axis];
  const rect = sliceRect(grid, axis, sidePx);
  return {
    x: rect.x + ((cursor[across] + 0.5) / grid.shape[across]) * rect.width,
    y: rect.y + ((cursor[down] + 0.5) / grid.shape[down]) * rect.height,
  };
}

/** The cursor moved to the voxel under a point of a panel; points outside the slice count as its nearest edge. */
export function cursorAt(
  grid: Grid,
  axis: Axis,
  cursor: Triple,
  sidePx: number,
  point: { x: number; y: number },
): Triple {
  const { across, down } = planes[axis];
  const rect = sliceRect(grid, axis, sidePx);
  const moved: [number, number, number] = [...cursor];
  moved[across] = Math.floor(((point.x - rect.x) / rect.width) * grid.shape[across]);
  moved[down] = Math.floor(((point.y - rect.y) / rect.height) * grid.shape[down]);
  return insideGrid(moved, grid.shape);
}

/** The nearest voxel of the grid. */
export function insideGrid(cursor: Triple, shape: Triple): Triple {
  const inside = (axis: 0 | 1 | 2): number =>
    Math.min(shape[axis] - 1, Math.max(0, Math.round(cursor[axis])));
  return [inside(0), inside(1), inside(2)];
}
