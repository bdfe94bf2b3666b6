import { ShapeError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { image, requireCubicVoxels, volume } from "../../model/index.js";
import type { Image, Volume } from "../../model/index.js";
import type { Viewpoint } from "./options.js";
import { requireCubicBox } from "./padded.js";
import { raySums, spreadAlongRays } from "./rays.js";

/** Options of {@link projectRealSpace} and {@link backprojectRealSpace}. */
export interface RealSpaceOptions extends TaskOptions, Viewpoint {}

/**
 * Projection of a map `[n, n, n]` in real space, `[n, n]`: along each pixel's ray the map is read at steps of one voxel, by
 * straight lines between voxels and 0 outside, and summed. Reading blurs a little where the rays run oblique to the lattice;
 * `projectVolume` is nearer to the truth. The exact adjoint is {@link backprojectRealSpace}: together they are a matched pair.
 *
 * @throws ShapeError if the box is not a cube
 * @throws ValueError if voxels are not cubes
 * @row H1
 * @example
 * ```ts
 * const map = blobVolume(simulateBlobs({ seed: 1 }));
 * (await projectRealSpace(map, { rotation: identityRotation })).shape; // [48, 48]
 * ```
 */
export async function projectRealSpace(map: Volume, options: RealSpaceOptions): Promise<Image> {
  requireCubicVoxels("projectRealSpace", map);
  requireCubicBox("projectRealSpace", map.shape);
  const n = map.shape[0];
  const seen = await raySums(map.data, n, options.rotation, startTask(options));
  return image(seen, { shape: [n, n], pixelSizeA: map.voxelSizeA });
}

/**
 * Simple back-projection of an image `[n, n]` into a map `[n, n, n]`: each pixel's value is spread along its ray, with the
 * weights with which {@link projectRealSpace} reads, whose exact adjoint this is.
 *
 * @throws ShapeError if the image is not square
 * @row H1
 * @example
 * ```ts
 * const seen = blobProjection(simulateBlobs({ seed: 1 }));
 * (await backprojectRealSpace(seen, { rotation: identityRotation })).shape; // [48, 48, 48]
 * ```
 */
export async function backprojectRealSpace(picture: Image, options: RealSpaceOptions): Promise<Volume> {
  const [n, nx] = picture.shape;
  if (n !== nx) {
    throw new ShapeError("backprojectRealSpace", { got: `[${n}, ${nx}]`, wanted: "a square image" });
  }
  const smeared = await spreadAlongRays(picture.data, n, options.rotation, startTask(options));
  return volume(smeared, { shape: [n, n, n], voxelSizeA: picture.pixelSizeA });
}
