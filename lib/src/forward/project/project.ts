import { requireMemory } from "../../compute/index.js";
import { image, imageStack } from "../../model/index.js";
import type { Image, ImageStack, Pose, Volume } from "../../model/index.js";
import { movesOf, requirePoses, rotationsOf } from "./chunks.js";
import { inChunks } from "./desk.js";
import type { Desk } from "./desk.js";
import type { PosesOptions, ProjectOptions } from "./options.js";
import { prepareProjector, releaseProjector, requireHeld } from "./projector.js";
import type { Projector } from "./projector.js";

/**
 * Projection of a map `[n, n, n]` in a pose, `[n, n]`: the sum of its densities along the beam, in voxels.
 * By the central slice theorem (Bracewell 1956, Aust. J. Phys. 9, 198) its transform is a plane of the map's, read between
 * samples by straight lines after padding (2 by default, see `projectionDefaults`), for which the map is corrected
 * beforehand. The correction is right on average: a phantom's projection differs by 1.4 % of its norm from the truth, and
 * along an axis of the box, where the samples are met exactly, by 3 %. Frequencies from Nyquist on, in the corners of the
 * transform, are 0. The origin of map and image is `floor(n / 2)`; a shift of the pose moves the content by minus itself,
 * around the edge. To project one map often, `prepareProjector` once. The adjoint is `backprojectImage`.
 *
 * @throws ShapeError if the box is not a cube
 * @throws ValueError if voxels are not cubes, the padding is outside 1 to 4, or the pose is not finite
 * @throws MemoryError if the padded map doesn't fit
 * @row A21
 * @example
 * ```ts
 * const map = blobVolume(simulateBlobs({ seed: 1 }));
 * const seen = await projectVolume(map, { rotation: rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 0 }) });
 * seen.shape; // [48, 48]
 * ```
 */
export async function projectVolume(map: Volume, options: ProjectOptions): Promise<Image> {
  requirePoses("projectVolume", [options], options.ctf);
  const projector = await prepareProjector(map, options);
  try {
    const { data, shape, pixelSizeA } = await projectFrom(projector, { ...options, poses: [options] });
    return image(data, { shape: [shape[1], shape[2]], pixelSizeA });
  } finally {
    releaseProjector(projector);
  }
}

/**
 * Projections of a map that `prepareProjector` has made ready, `[poses, n, n]`, as {@link projectVolume}: each through the
 * lens of its `ctf`, where one is given. What an image holds does not depend on the others (in boxes whose side is no multiple of
 * 8, to rounding).
 *
 * @throws ValueError if there is no pose, one is not finite, or the projector was released
 * @throws ShapeError if there are several `ctf`, but not one for each pose
 * @throws MemoryError if the images don't fit
 * @row A21
 * @example
 * ```ts
 * const projector = await prepareProjector(blobVolume(simulateBlobs({ seed: 1 })));
 * const poses = [{ rotation: identityRotation }, { rotation: identityRotation, shiftPx: { x: 2, y: 0 } }];
 * (await projectFrom(projector, { poses })).shape; // [2, 48, 48]
 * releaseProjector(projector);
 * ```
 */
export async function projectFrom(projector: Projector, options: PosesOptions): Promise<ImageStack> {
  const { poses } = options;
  requireHeld(projector);
  requirePoses("projectFrom", poses, options.ctf);
  const n = projector.boxSizePx;
  requireMemory(`${poses.length} projections`, 4 * poses.length * n * n, "project fewer poses at a time");
  const data = new Float32Array(poses.length * n * n);
  await inChunks(projector, "projections", options, async (desk, first, some) => {
    await projectChunk(projector, desk, first, some);
    await desk.backend.read(desk.images, data.subarray(first * n * n, (first + some.length) * n * n));
  });
  return imageStack(data, { shape: [poses.length, n, n], pixelSizeA: projector.pixelSizeA });
}

/** Projects the poses from pose `first` on into the images of the desk: slices, lens, shift, inverse transform. */
async function projectChunk(
  { boxSizePx, radiusPx, grid }: Projector,
  { backend, images, spectra, lens, quiet }: Desk,
  first: number,
  poses: readonly Pose[],
): Promise<void> {
  const [batch, shape] = [poses.length, [boxSizePx, boxSizePx]];
  const rotations = rotationsOf(poses);
  await backend.gatherSlices({ grid, rotations, boxSizePx, radiusPx, to: spectra }, quiet);
  await lens.applyTo(spectra, first, quiet);
  await backend.shift({ spectra, shape, batch, shifts: movesOf(poses, boxSizePx) }, quiet);
  const scale = 1 / boxSizePx ** 2;
  await backend.fourier({ kind: "half-to-real", shape, batch, from: spectra, to: images, scale }, quiet);
}
