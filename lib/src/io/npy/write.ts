import type { Image, ImageStack, Volume } from "../../model/index.js";
import { encodeNpy } from "./encode.js";

/**
 * Writes values as an array that `numpy.load` reads: `[ny, nx]`, `[n, ny, nx]` or `[nz, ny, nx]` in single precision. The format
 * has no place for a pixel size. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeNpy(path: string, { data, shape }: Image | ImageStack | Volume): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const bytes = encodeNpy(data, shape);
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
