import { describe, expect, test } from "vitest";
import { halfMaps, volume } from "vitrine";
import { densityOf, meanDensity } from "../../../../widgets/src/host/lod/density.js";
import { axes, slice } from "../../../../widgets/src/host/lod/plane.js";

const shape = [3, 4, 5] as const;
/** Each voxel holds its own place: 100 z + 10 y + x. */
const places = Float32Array.from(
  { length: 60 },
  (_, i) => 100 * Math.floor(i / 20) + 10 * (Math.floor(i / 5) % 4) + (i % 5),
);
const map = volume(places, { shape, voxelSizeA: 1 });

describe("slices", () => {
  test.each([
    ["z", 2, (row: number, column: number) => 200 + 10 * row + column, [4, 5]],
    ["y", 3, (row: number, column: number) => 100 * row + 30 + column, [3, 5]],
    ["x", 4, (row: number, column: number) => 100 * row + 10 * column + 4, [3, 4]],
  ] as const)("perpendicular to %s hold the voxels of that plane", (axis, index, value, wanted) => {
    const { data, shape: got } = slice(densityOf(map), axis, index);
    expect(got).toEqual(wanted);
    data.forEach((density, i) => expect(density).toBe(value(Math.floor(i / got[1]), i % got[1])));
  });

  test("are the caller's own, and of half maps the mean", () => {
    const other = volume(
      places.map((value) => value + 2),
      { shape, voxelSizeA: 1 },
    );
    for (const axis of axes) {
      const one = slice(densityOf(map), axis, 1);
      const mean = slice(meanDensity(halfMaps(map, other)), axis, 1);
      mean.data.forEach((value, i) => expect(value).toBe(one.data[i]! + 1));
      one.data.fill(-1);
    }
    expect(map.data[25]).toBe(110);
    expect(map.data.includes(-1)).toBe(false);
  });
});
