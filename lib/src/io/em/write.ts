import type { Image, ImageStack, Volume } from "../../model/index.js";
import { encodeEm } from "./encode.js";

/**
 * Writes a file in EM format, single precision; it has no place for a pixel size. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeEm(path: string, data: Image | ImageStack | Volume): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const bytes = encodeEm(data);
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
