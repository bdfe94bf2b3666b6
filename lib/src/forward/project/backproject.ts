import { ShapeError, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { defaultBackend } from "../../compute/index.js";
import type { Backend, Resident, SliceGrid } from "../../compute/index.js";
import { halfWidth } from "../../fourier/index.js";
import { imageStack, volume } from "../../model/index.js";
import type { Image, ImageStack, Pose, Volume } from "../../model/index.js";
import { movesOf, requirePoses, rotationsOf } from "./chunks.js";
import { inChunks } from "./desk.js";
import type { Desk } from "./desk.js";
import type { PosesOptions, ProjectOptions, ProjectorOptions } from "./options.js";
import { cropFrom, resolvePadding } from "./padded.js";
import type { Padding } from "./padded.js";

/** Options of {@link backproject}. */
export interface BackprojectOptions extends ProjectorOptions, PosesOptions {}

/**
 * Back-projection of images `[poses, n, n]` into a map `[n, n, n]`: the exact adjoint of `projectFrom` with the same poses,
 * lenses and sampling. It smears each image along its beam and adds them up; it does not invert the projection.
 *
 * @throws ShapeError if the images are not square, or not as many as poses
 * @throws ValueError if the padding is outside 1 to 4, the radius too large, or a pose is not finite
 * @throws MemoryError if the padded map doesn't fit
 * @row A21
 * @example
 * ```ts
 * const seen = imageStack(new Float32Array(2 * 16 * 16), { shape: [2, 16, 16], pixelSizeA: 2 });
 * const poses = [{ rotation: identityRotation }, { rotation: identityRotation }];
 * (await backproject(seen, { poses })).shape; // [16, 16, 16]
 * ```
 */
export async function backproject(images: ImageStack, options: BackprojectOptions): Promise<Volume> {
  const { poses } = options;
  const [count, n, nx] = images.shape;
  if (n !== nx || count !== poses.length) {
    throw new ShapeError("backproject: images", {
      got: `[${images.shape.join(", ")}]`,
      wanted: `as many as poses, ${poses.length}, and square`,
    });
  }
  requirePoses("backproject", poses, options.ctf);
  const padding = resolvePadding(n, options);
  const backend = options.backend ?? (await defaultBackend());
  const grid = backend.sliceGrid({ paddedSizePx: padding.paddedSizePx, use: "insert" });
  try {
    const sum = { ...padding, grid, pixelSizeA: images.pixelSizeA, backend };
    await inChunks(sum, "back-projection", options, async (desk, first, some) => {
      backend.write(desk.images, images.data.subarray(first * n * n, (first + some.length) * n * n));
      await insertChunk(sum, desk, first, some);
    });
    const map = await mapOf(grid, padding, backend, options);
    return volume(map, { shape: [n, n, n], voxelSizeA: images.pixelSizeA });
  } finally {
    backend.release(grid.numbers);
  }
}

/**
 * Back-projection of one image `[n, n]`: the exact adjoint of `projectVolume` with the same options, see {@link backproject}.
 *
 * @row A21
 * @example
 * ```ts
 * const seen = blobProjection(simulateBlobs({ seed: 1 }));
 * (await backprojectImage(seen, { rotation: identityRotation })).shape; // [48, 48, 48]
 * ```
 */
export async function backprojectImage(picture: Image, options: ProjectOptions): Promise<Volume> {
  const { data, shape, pixelSizeA } = picture;
  const alone = imageStack(data, { shape: [1, ...shape], pixelSizeA });
  return backproject(alone, { ...options, poses: [options] });
}

/** Where images are added up. */
interface Sum extends Padding {
  readonly grid: SliceGrid;
}

/** Adds the images of the desk, those from pose `first` on: transform, shift back, lens, insertion. */
async function insertChunk(
  { boxSizePx, radiusPx, grid }: Sum,
  { backend, images, spectra, lens, quiet }: Desk,
  first: number,
  poses: readonly Pose[],
): Promise<void> {
  const [batch, shape] = [poses.length, [boxSizePx, boxSizePx]];
  const scale = 1 / boxSizePx ** 2;
  await backend.fourier({ kind: "real-to-half", shape, batch, from: images, to: spectra, scale }, quiet);
  const shifts = movesOf(poses, boxSizePx).map((move) => -move);
  await backend.shift({ spectra, shape, batch, shifts }, quiet);
  await lens.applyTo(spectra, first, quiet);
  const rotations = rotationsOf(poses);
  await backend.insertSlices({ grid, rotations, boxSizePx, radiusPx, slices: spectra }, quiet);
}

/** The map whose padded transform is in the grid. */
async function mapOf(
  grid: SliceGrid,
  padding: Padding,
  backend: Backend,
  options: TaskOptions,
): Promise<Float32Array> {
  const size = padding.paddedSizePx;
  const held: Resident[] = [];
  try {
    const spectrum = backend.allocate(2 * size * size * halfWidth(size), "transform of the padded map");
    held.push(spectrum);
    const padded = backend.allocate(size ** 3, "padded map");
    held.push(padded);
    await backend.emptyGrid(grid, spectrum, undefined, options);
    const shape = [size, size, size];
    await backend.fourier(
      { kind: "half-to-real", shape, batch: 1, from: spectrum, to: padded, scale: 1 },
      options,
    );
    return await cropFrom({ backend, padded }, padding, startTask(options));
  } finally {
    backend.release(...held);
  }
}
