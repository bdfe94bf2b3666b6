import type { Volume } from "../../model/index.js";
import { volume } from "../../model/index.js";
import type { BlobView } from "./density.js";
import { blobDensity } from "./density.js";
import type { BlobPhantom } from "./simulate-blobs.js";

/**
 * Density of a blob phantom on its grid, `[n, n, n]`, exact at every voxel centre; turned by `rotation` about the origin voxel.
 *
 * @example
 * ```ts
 * import { blobVolume, simulateBlobs } from "vitrine";
 * blobVolume(simulateBlobs({ seed: 1 })).shape;   // [48, 48, 48]
 * ```
 */
export function blobVolume(phantom: BlobPhantom, view: BlobView = {}): Volume {
  const n = phantom.boxSizePx;
  return volume(new Float32Array(blobDensity(phantom, view)), {
    shape: [n, n, n],
    voxelSizeA: phantom.voxelSizeA,
  });
}
