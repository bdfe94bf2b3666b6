import type { Image } from "../../model/index.js";
import { encodeJpeg } from "./encode.js";
import type { JpegOptions } from "./encode.js";

/**
 * Writes an image as a JPEG picture. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 * @throws ValueError, ShapeError as {@link encodeJpeg}
 */
export async function writeJpeg(path: string, image: Image, options: JpegOptions): Promise<void> {
  const bytes = await encodeJpeg(image, options);
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
