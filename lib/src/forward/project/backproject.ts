import { ShapeError, startTask } from "../../core/index.js";
import { centreToCorner, halfSpectrum, halfWidth, irfft, rfft } from "../../fourier/index.js";
import { volume } from "../../model/index.js";
import type { Image, Volume } from "../../model/index.js";
import { crop } from "./padded.js";
import type { ProjectOptions } from "./project.js";
import { resolvePadding } from "./projector.js";
import { addTrilinear, forEachSliceSample } from "./slice.js";

/**
 * Back-projection of an image `[n, n]` into a map `[n, n, n]`: the exact adjoint of {@link projectVolume} with the same
 * options. It smears the image along the beam; it does not invert the projection.
 *
 * @throws ShapeError if the image is not square
 * @throws ValueError if the padding is outside 1 to 4
 * @row A21
 * @example
 * ```ts
 * const seen = blobProjection(simulateBlobs({ seed: 1 }));
 * (await backprojectImage(seen, { rotation: identityRotation })).shape; // [48, 48, 48]
 * ```
 */
export async function backprojectImage(picture: Image, options: ProjectOptions): Promise<Volume> {
  const [n, nx] = picture.shape;
  if (n !== nx) {
    throw new ShapeError("backprojectImage", { got: `[${n}, ${nx}]`, wanted: "a square image" });
  }
  const padding = resolvePadding(n, options.padding);
  const size = padding.paddedSizePx;
  const { data } = await rfft(centreToCorner(picture.data, picture.shape), picture.shape, options);
  const grid = new Float32Array(2 * size * size * halfWidth(size));
  forEachSliceSample(padding, options.rotation, (at, x, y, z, column) => {
    const [re, im] = [data[at]!, data[at + 1]!];
    addTrilinear(grid, size, x, y, z, re, im);
    // along column 0 the half spectrum holds the mate itself
    if (column > 0) addTrilinear(grid, size, -x, -y, -z, re, -im);
  });
  const smeared = await irfft(halfSpectrum(grid, [size, size, size]), options);
  const map = await crop(smeared, padding, size ** 3 / n ** 2, startTask(options));
  return volume(map, { shape: [n, n, n], voxelSizeA: picture.pixelSizeA });
}
