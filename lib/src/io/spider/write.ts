import type { Image, ImageStack, Volume } from "../../model/index.js";
import { encodeSpider } from "./encode.js";

/**
 * Writes an image, a stack or a volume as SPIDER reads it. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeSpider(path: string, data: Image | ImageStack | Volume): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, encodeSpider(data), { totalBytes: 4 * data.data.length });
}
