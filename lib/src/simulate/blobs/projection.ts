import type { Image } from "../../model/index.js";
import { image } from "../../model/index.js";
import type { BlobView } from "./density.js";
import { blobLineIntegrals } from "./density.js";
import type { BlobPhantom } from "./simulate-blobs.js";

/**
 * Projection of a blob phantom, `[n, n]`: the exact line integrals along z of the map turned by `rotation`.
 * With `rotation = rotationFromEuler(...)` the third row of the matrix is the direction of projection in the map.
 * The unit of length is the pixel, as when voxels are summed.
 *
 * @example
 * ```ts
 * import { blobProjection, rotationFromEuler, simulateBlobs } from "vitrine";
 * const view = rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 0 });
 * blobProjection(simulateBlobs({ seed: 1 }), { rotation: view }).shape;   // [48, 48]
 * ```
 */
export function blobProjection(phantom: BlobPhantom, view: BlobView = {}): Image {
  const n = phantom.boxSizePx;
  return image(new Float32Array(blobLineIntegrals(phantom, view)), {
    shape: [n, n],
    pixelSizeA: phantom.voxelSizeA,
  });
}
