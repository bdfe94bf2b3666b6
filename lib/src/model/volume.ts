import { requireFinite, requirePositive, ValueError } from "../core/index.js";
import { requireSameShape, requireShape } from "../array/index.js";
import type { Provenance } from "./provenance.js";

/** A map: density on a grid. */
export interface Volume {
  readonly kind: "volume";
  /** `[nz, ny, nx]`. */
  readonly data: Float32Array;
  readonly shape: readonly [nz: number, ny: number, nx: number];
  /** Å per voxel, along x where the three differ. */
  readonly voxelSizeA: number;
  /** The three voxel sizes, only where they differ by more than 0.1 %: a crystal's map, not a particle's. */
  readonly voxelSizesA?: readonly [z: number, y: number, x: number];
  /** Where the centre of voxel (0, 0, 0) lies, in Å: `[x, y, z]`. */
  readonly originA: readonly [x: number, y: number, z: number];
  readonly source?: Provenance;
}

/** What {@link volume} needs beside the data. */
export interface VolumeOptions {
  readonly shape: readonly [nz: number, ny: number, nx: number];
  /** Å per voxel, or the three sizes `[z, y, x]`; never guessed. */
  readonly voxelSizeA: number | readonly [z: number, y: number, x: number];
  /** Default `[0, 0, 0]`: what most programs write for a particle's map. */
  readonly originA?: readonly [x: number, y: number, z: number];
  readonly source?: Provenance;
}

/**
 * Makes a {@link Volume}. The array is taken, not copied.
 *
 * @throws ShapeError if the data don't fill `[nz, ny, nx]`
 * @throws ValueError if a voxel size is not above 0 or an origin not finite
 * @example
 * ```ts
 * volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1.5 }).originA;   // [0, 0, 0]
 * ```
 */
export function volume(
  data: Float32Array,
  { shape, voxelSizeA, originA = [0, 0, 0], source }: VolumeOptions,
): Volume {
  requireShape("volume", data.length, shape);
  const sizes: readonly [number, number, number] =
    typeof voxelSizeA === "number" ? [voxelSizeA, voxelSizeA, voxelSizeA] : voxelSizeA;
  for (const size of sizes) requirePositive("voxelSizeA", size, "Å per voxel");
  for (const at of originA) requireFinite("originA", at, "Å");
  const [z, y, x] = sizes;
  const cubic = Math.max(x, y, z) / Math.min(x, y, z) <= 1.001;
  return {
    kind: "volume",
    data,
    shape: [shape[0], shape[1], shape[2]],
    voxelSizeA: x,
    ...(!cubic && { voxelSizesA: [z, y, x] as const }),
    originA: [originA[0], originA[1], originA[2]],
    ...(source && { source }),
  };
}

/** Throws unless a map's voxels are cubes: everything radial in Fourier space needs that. */
export function requireCubicVoxels(what: string, map: Volume): void {
  if (map.voxelSizesA !== undefined) {
    throw new ValueError(`${what}: voxel sizes (z, y, x)`, {
      got: map.voxelSizesA.map((size) => Number(size.toPrecision(6))),
      wanted: "three equal sizes",
      hint: "this is a crystal's map; resample it to cubic voxels first",
    });
  }
}

/** Two maps from independent halves of the data. */
export interface HalfMaps {
  readonly kind: "half-maps";
  readonly a: Volume;
  readonly b: Volume;
}

/**
 * Joins two half maps.
 *
 * @throws ShapeError if their sizes differ
 * @throws ValueError if their voxel sizes differ by more than 0.1 %
 */
export function halfMaps(a: Volume, b: Volume): HalfMaps {
  requireSameShape("half maps", a.shape, b.shape);
  requireSameSampling("half maps", a.voxelSizeA, b.voxelSizeA);
  return { kind: "half-maps", a, b };
}

/** Throws unless two pixel or voxel sizes agree to 0.1 %; mixing samplings is an error, never silent. */
export function requireSameSampling(what: string, a: number, b: number): void {
  if (Math.abs(a - b) > 1e-3 * Math.min(a, b)) {
    throw new ValueError(`${what}: voxel size`, {
      got: `${a} and ${b} Å`,
      wanted: "the same",
      hint: "rescale one of them first",
    });
  }
}
