import type { Image, ImageStack, Volume } from "../../model/index.js";
import { encodeImagic } from "./encode.js";
import { imagicPaths } from "./pair.js";

/**
 * Writes an IMAGIC pair, `.hed` and `.img`, in single precision, from the path of either; it has no place for a pixel size. Each
 * file appears whole or not at all, the values before the header that speaks of them.
 *
 * @throws ValueError if the path ends in neither `.hed` nor `.img`
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeImagic(path: string, noun: Image | ImageStack | Volume): Promise<void> {
  const paths = imagicPaths(path);
  const { header, data } = encodeImagic(noun);
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(paths.data, [data], { totalBytes: data.length });
  await writeAtomically(paths.header, [header], { totalBytes: header.length });
}
