import type { Image } from "../../model/index.js";
import { encodePng } from "./encode.js";
import type { PngOptions } from "./encode.js";

/**
 * Writes an image as a PNG picture. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 * @throws ValueError, ShapeError as {@link encodePng}
 */
export async function writePng(path: string, image: Image, options: PngOptions): Promise<void> {
  const bytes = await encodePng(image, options);
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
