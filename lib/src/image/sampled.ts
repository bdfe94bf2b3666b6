import { requireCubicVoxels } from "../model/index.js";
import type { Image, Volume } from "../model/index.js";

/** Å per pixel of an image or per voxel of a map. @throws ValueError if a map's voxels are not cubes */
export function samplingA(what: string, x: Image | Volume): number {
  if (x.kind === "image") return x.pixelSizeA;
  requireCubicVoxels(what, x);
  return x.voxelSizeA;
}

/** The same record with other data of the same shape; where it was read from is no longer said. */
export function withData<T extends Image | Volume>({ source: _source, ...rest }: T, data: Float32Array): T {
  return { ...rest, data } as unknown as T;
}
