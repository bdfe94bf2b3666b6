import { halfMaps } from "../model/index.js";
import type { Volume } from "../model/index.js";

/**
 * The mean of two half maps, voxel by voxel: the map of all the data, with half the noise variance of each.
 * Takes the record of `halfMaps` or any pair `{ a, b }` of one size and sampling.
 *
 * @throws ShapeError if their sizes differ
 * @throws ValueError if their voxel sizes differ by more than 0.1 %
 * @example
 * ```ts
 * const half = (value: number) => volume(new Float32Array(8).fill(value), { shape: [2, 2, 2], voxelSizeA: 1 });
 * averageHalfMaps({ a: half(1), b: half(3) }).data[0]; // 2
 * ```
 */
export function averageHalfMaps(halves: { readonly a: Volume; readonly b: Volume }): Volume {
  const { a, b } = halfMaps(halves.a, halves.b);
  const data = new Float32Array(a.data.length);
  for (let i = 0; i < data.length; i++) data[i] = (a.data[i]! + b.data[i]!) / 2;
  return { ...a, data };
}
