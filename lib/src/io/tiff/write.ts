import type { TaskOptions } from "../../core/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import { encodeTiff } from "./encode.js";
import type { TiffWriteOptions } from "./encode.js";

/**
 * Writes an image, images or a volume as a TIFF file, a page for each image or section, with the pixel size where other
 * programs look for it. Row 0 of the data is the bottom row of the picture. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 * @throws ValueError if a value can't be stored in the type
 * @example
 * ```ts
 * import { imageStack, readTiff, writeTiff } from "vitrine";
 * const movie = imageStack(new Float32Array(24).fill(3), { shape: [2, 3, 4], pixelSizeA: 0.83 });
 * await writeTiff("movie.tif", movie, { type: "uint8" });
 * (await readTiff("movie.tif")).facts.sample;   // "uint8"
 * ```
 */
export async function writeTiff(
  path: string,
  noun: Image | ImageStack | Volume,
  options: TiffWriteOptions & TaskOptions = {},
): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const { chunks, totalBytes } = await encodeTiff(noun, options);
  await writeAtomically(path, chunks, { totalBytes });
}
