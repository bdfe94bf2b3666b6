import { requireInteger, ShapeError } from "../../core/index.js";
import { imageStack, halfMaps } from "../../model/index.js";
import type { HalfMaps } from "../../model/index.js";
import type { ReconstructionOptions, ReconstructionSettings } from "./options.js";
import { ctfOf, noImages, samplingOf } from "./posed-images.js";
import type { PosedImages } from "./posed-images.js";
import { inPortions } from "./reconstruct.js";
import { startReconstruction } from "./reconstructor.js";
import type { Reconstructor } from "./reconstructor.js";

/** Images of which each belongs to one half of the data. */
export interface HalvedImages extends PosedImages {
  /** The half of each image, 0 or 1. Default: by turns, image after image. */
  readonly halves?: readonly number[];
}

/** Two maps from halves of the images, and what they were made from. */
export interface HalfReconstruction {
  readonly kind: "half-reconstruction";
  readonly maps: HalfMaps;
  /** How many images went into each. */
  readonly imageCounts: readonly [a: number, b: number];
  /** What they were made by, defaults included. */
  readonly settings: ReconstructionSettings;
}

/**
 * Two maps from independent halves of the images, each as by `reconstruct`; their shell correlation is the usual measure of
 * resolution. Takes twice the memory for the grids.
 *
 * @throws ShapeError if images don't fit their poses, halves or one another
 * @throws ValueError if a half has no images, or an option is out of range
 * @throws MemoryError if the padded boxes don't fit
 * @row H3
 * @example
 * ```ts
 * const images = imageStack(new Float32Array(2 * 16 * 16).fill(1), { shape: [2, 16, 16], pixelSizeA: 2 });
 * const poses = [{ rotation: identityRotation }, { rotation: identityRotation }];
 * (await reconstructHalfMaps({ images, poses })).imageCounts; // [1, 1]
 * ```
 */
export async function reconstructHalfMaps(
  views: HalvedImages | AsyncIterable<HalvedImages>,
  options: ReconstructionOptions = {},
): Promise<HalfReconstruction> {
  const halves: Reconstructor[] = [];
  let seen = 0;
  try {
    for await (const portion of inPortions(views)) {
      while (halves.length < 2) halves.push(await startReconstruction(samplingOf(portion), options));
      const membership = membershipOf(portion, seen);
      for (const [half, reconstructor] of halves.entries()) {
        const members = membership.flatMap((of, i) => (of === half ? [i] : []));
        if (members.length > 0) await reconstructor.insert(chosen(portion, members));
      }
      seen += membership.length;
    }
    const [first, second] = halves;
    if (!first?.imageCount || !second?.imageCount) noImages();
    const [a, b] = [await first.finish(), await second.finish()];
    return {
      kind: "half-reconstruction",
      maps: halfMaps(a.map, b.map),
      imageCounts: [a.imageCount, b.imageCount],
      settings: a.settings,
    };
  } finally {
    for (const reconstructor of halves) reconstructor.release();
  }
}

/** The half of each image; `seen` images came before. */
function membershipOf({ images, halves }: HalvedImages, seen: number): readonly number[] {
  const [count] = images.shape;
  if (halves === undefined) return Array.from({ length: count }, (_, i) => (seen + i) % 2);
  if (halves.length !== count) {
    throw new ShapeError("halves", { got: `${halves.length}`, wanted: `${count}: one for each image` });
  }
  return halves.map((half) => requireInteger("halves", half, 0, 1));
}

/** Some of the images. */
function chosen(views: PosedImages, members: readonly number[]): PosedImages {
  const { images, poses, ctf } = views;
  const [, ny, nx] = images.shape;
  const data = new Float32Array(members.length * ny * nx);
  members.forEach((i, to) => {
    data.set(images.data.subarray(i * ny * nx, (i + 1) * ny * nx), to * ny * nx);
  });
  return {
    images: imageStack(data, { shape: [members.length, ny, nx], pixelSizeA: images.pixelSizeA }),
    poses: members.map((i) => poses[i]!),
    ...(ctf !== undefined && { ctf: members.map((i) => ctfOf(views, i)!) }),
  };
}
