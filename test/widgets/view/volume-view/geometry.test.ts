import { describe, expect, test } from "vitest";
import {
  axes,
  cursorAt,
  cursorPoint,
  insideGrid,
  planes,
  sliceRect,
} from "../../../../widgets/src/view/volume-view/geometry.js";
import type { Triple } from "../../../../widgets/src/view/volume-view/geometry.js";

const grids = [
  { shape: [7, 11, 13], voxelSizesA: [1, 1, 1] },
  { shape: [64, 64, 64], voxelSizesA: [1.3, 1.3, 1.3] },
  { shape: [1, 5, 300], voxelSizesA: [2, 1, 1] },
  { shape: [1, 1, 1], voxelSizesA: [3, 3, 3] },
] as const;

describe.each(grids)("a map of $shape", (grid) => {
  const side = 331;
  test.each(axes)("the voxel under the middle of a voxel is that voxel, perpendicular to %s", (axis) => {
    const [nz, ny, nx] = grid.shape;
    for (const cursor of [
      [0, 0, 0],
      [nz - 1, ny - 1, nx - 1],
      [nz >> 1, ny >> 1, nx >> 1],
    ] as Triple[]) {
      expect(cursorAt(grid, axis, cursor, side, cursorPoint(grid, axis, cursor, side))).toEqual(cursor);
    }
  });
  test("a press changes the two coordinates of the slice and not the third", () => {
    for (const axis of axes) {
      const moved = cursorAt(grid, axis, [0, 0, 0], side, { x: 1e6, y: 1e6 });
      const { across, down, through } = planes[axis];
      expect(moved[across]).toBe(grid.shape[across] - 1);
      expect(moved[down]).toBe(grid.shape[down] - 1);
      expect(moved[through]).toBe(0);
    }
  });
  test("slices share one scale, lie in the middle, and the longest fills the panel", () => {
    const scales = axes.map((axis) => {
      const rect = sliceRect(grid, axis, side);
      const { across, down } = planes[axis];
      expect(rect.x + rect.width / 2).toBeCloseTo(side / 2, 9);
      expect(rect.y + rect.height / 2).toBeCloseTo(side / 2, 9);
      const scale = rect.width / (grid.shape[across] * grid.voxelSizesA[across]);
      expect(rect.height / (grid.shape[down] * grid.voxelSizesA[down])).toBeCloseTo(scale, 9);
      return scale;
    });
    expect(Math.max(...scales) - Math.min(...scales)).toBeLessThan(1e-9);
    expect(Math.max(...axes.flatMap((axis) => [sliceRect(grid, axis, side).width]))).toBeLessThanOrEqual(
      side + 1e-9,
    );
  });
});

test("neighbouring panels share an axis, so that their cross-hairs meet", () => {
  expect(planes.z.across).toBe(planes.y.across);
  expect(planes.z.down).toBe(planes.x.down);
  for (const axis of axes) expect(axes[planes[axis].through]).toBe(axis);
});

test("a cursor outside comes inside, to a whole voxel", () => {
  expect(insideGrid([-3, 4.6, 99], [5, 6, 7])).toEqual([0, 5, 6]);
});
