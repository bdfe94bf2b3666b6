import type { ReconstructionOptions } from "./options.js";
import { noImages, samplingOf } from "./posed-images.js";
import type { PosedImages } from "./posed-images.js";
import { startReconstruction } from "./reconstructor.js";
import type { Reconstruction, Reconstructor } from "./reconstructor.js";

/** Images in one piece, or piece by piece as they are read. */
export type PosedImageSource = PosedImages | AsyncIterable<PosedImages>;

/**
 * Map `[n, n, n]` of particles whose poses are known, by direct Fourier inversion.
 *
 * The transform of each image `[n, n]`, moved to its centre, is a central slice of the map's. Slices, multiplied by their
 * CTF, are shared out among the samples of a padded transform by straight lines; their sum is divided by what CTF² and
 * coverage gave each sample, made even by iterative weights (or alone, `densityWeights: "analytic"`), with the Wiener
 * filter's term where `noiseToSignal` is given. The inverse transform is cropped and corrected for the lines, by sinc².
 * A symmetric molecule is seen from all views of its `symmetry`: each image is inserted as often, which is exact and takes
 * that many times as long.
 *
 * Defaults and their reasons: `reconstructionDefaults`. Takes about 20 bytes for each voxel of the padded box while it works.
 * (Penczek 2010, Methods Enzymol. 482, 1; Scheres 2012, J. Struct. Biol. 180, 519; weights: Pipe & Menon 1999, Magn. Reson.
 * Med. 41, 179, with a kernel of 5 samples along each axis.)
 *
 * @throws ShapeError if images are not square, of different sizes, or not as many as poses
 * @throws ValueError if there are no images, pixel sizes differ, or an option is out of range
 * @throws MemoryError if the padded box doesn't fit
 * @row H3
 * @example
 * ```ts
 * const map = blobVolume(simulateBlobs({ seed: 1, boxSizePx: 16 }));
 * const poses = [0, 1, 2, 3].map((item) => ({ rotation: randomRotation(seeded(7).item(item)) }));
 * const projector = await prepareProjector(map);
 * const images = await projectFrom(projector, { poses });
 * (await reconstruct({ images, poses })).map.shape; // [16, 16, 16]
 * ```
 */
export async function reconstruct(
  views: PosedImageSource,
  options: ReconstructionOptions = {},
): Promise<Reconstruction> {
  let reconstructor: Reconstructor | undefined;
  try {
    for await (const portion of inPortions(views)) {
      reconstructor ??= await startReconstruction(samplingOf(portion), options);
      await reconstructor.insert(portion);
    }
    return await (reconstructor ?? noImages()).finish();
  } finally {
    reconstructor?.release();
  }
}

/** Images piece by piece, also where they come in one. */
export async function* inPortions<T extends PosedImages>(views: T | AsyncIterable<T>): AsyncGenerator<T> {
  if (Symbol.asyncIterator in views) yield* views;
  else yield views;
}
