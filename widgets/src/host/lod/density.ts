import type { HalfMaps, Volume } from "vitrine";

/** Density on a grid as the views read it: one map, or the mean of several without a copy of it in memory. */
export interface Density {
  /** Maps of one shape; the density is their mean. */
  readonly parts: readonly Float32Array[];
  readonly shape: readonly [nz: number, ny: number, nx: number];
  /** Å per voxel along each axis. */
  readonly voxelSizesA: readonly [z: number, y: number, x: number];
}

/** The density of a map. */
export function densityOf(map: Volume): Density {
  const size = map.voxelSizeA;
  return { parts: [map.data], shape: map.shape, voxelSizesA: map.voxelSizesA ?? [size, size, size] };
}

/** The mean density of two half maps. */
export function meanDensity({ a, b }: HalfMaps): Density {
  return { ...densityOf(a), parts: [a.data, b.data] };
}

/**
 * Elements `start` to `end` (not included) in storage order. One map gives a view into itself; a mean is
 * written to `scratch`, which must hold `end - start` elements, and is good until the next call.
 */
export function readBlock(
  { parts }: Density,
  start: number,
  end: number,
  scratch: Float32Array,
): Float32Array {
  const first = parts[0]!;
  if (parts.length === 1) return first.subarray(start, end);
  const weight = 1 / parts.length;
  for (let i = start; i < end; i++) {
    let sum = 0;
    for (const part of parts) sum += part[i]!;
    scratch[i - start] = sum * weight;
  }
  return scratch.subarray(0, end - start);
}

/** The density at one element. */
export function readElement({ parts }: Density, index: number): number {
  let sum = 0;
  for (const part of parts) sum += part[index]!;
  return Math.fround(sum / parts.length);
}
