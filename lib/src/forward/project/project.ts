import { irfft, cornerToCentre, halfSpectrum, halfWidth } from "../../fourier/index.js";
import type { Rotation } from "../../math/index.js";
import type { TaskOptions } from "../../core/index.js";
import { image } from "../../model/index.js";
import type { Image, Volume } from "../../model/index.js";
import { prepareProjector } from "./projector.js";
import type { Projector, ProjectorOptions } from "./projector.js";
import { forEachSliceSample, readTrilinear } from "./slice.js";

/** From where a map is seen. */
export interface Viewpoint {
  /** Takes the map's coordinates to the image's; its third row is the direction of projection, see `rotationFromEuler`. */
  readonly rotation: Rotation;
}

/** Options of {@link projectVolume}. */
export interface ProjectOptions extends ProjectorOptions, Viewpoint {}

/**
 * Projection of a map `[n, n, n]` along a direction, `[n, n]`: the sum of its densities along the beam, in voxels.
 * By the central slice theorem (Bracewell 1956, Aust. J. Phys. 9, 198) its transform is a plane of the map's, read between
 * samples by straight lines after padding (2 by default, see {@link projectionDefaults}), for which the map is corrected
 * beforehand. The correction is right on average: a phantom's projection differs by 1.4 % of its norm from the truth, and
 * along an axis of the box, where the samples are met exactly, by 3 %. Frequencies from Nyquist on, in the corners of the transform, are 0. The origin of map and image is
 * `floor(n / 2)`. To project one map often, {@link prepareProjector} once. The adjoint is {@link backprojectImage}.
 *
 * @throws ShapeError if the box is not a cube
 * @throws ValueError if voxels are not cubes, or the padding is outside 1 to 4
 * @row A21
 * @example
 * ```ts
 * const map = blobVolume(simulateBlobs({ seed: 1 }));
 * const seen = await projectVolume(map, { rotation: rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 0 }) });
 * seen.shape; // [48, 48]
 * ```
 */
export async function projectVolume(map: Volume, options: ProjectOptions): Promise<Image> {
  return projectFrom(await prepareProjector(map, options), options);
}

/**
 * Projection of a map that {@link prepareProjector} has made ready, as {@link projectVolume}.
 *
 * @row A21
 * @example
 * ```ts
 * const ready = await prepareProjector(blobVolume(simulateBlobs({ seed: 1 })));
 * (await projectFrom(ready, { rotation: identityRotation })).pixelSizeA; // 2
 * ```
 */
export async function projectFrom(projector: Projector, options: Viewpoint & TaskOptions): Promise<Image> {
  const { boxSizePx: n, paddedSizePx, spectrum, pixelSizeA } = projector;
  const slice = new Float32Array(2 * n * halfWidth(n));
  const value = new Float64Array(2);
  forEachSliceSample(projector, options.rotation, (at, x, y, z) => {
    readTrilinear(spectrum.data, paddedSizePx, x, y, z, value);
    slice[at] = value[0]!;
    slice[at + 1] = value[1]!;
  });
  const seen = await irfft(halfSpectrum(slice, [n, n]), options);
  return image(cornerToCentre(seen, [n, n]), { shape: [n, n], pixelSizeA });
}
