import type { TaskOptions } from "../core/index.js";
import type { Image } from "../model/index.js";
import type { MrcWriteOptions } from "./mrc/encode.js";
import { writeMrc } from "./mrc/write.js";

/**
 * Writes an image as an MRC2014 file of one section. The file appears whole or not at all.
 *
 * @throws ValueError if a value does not fit into `mode`
 * @throws FileError if the disk is full or the place not writable
 * @example
 * ```ts
 * import { image, writeImage } from "vitrine";
 * await writeImage("grey.mrc", image(new Float32Array(12), { shape: [3, 4], pixelSizeA: 1.06 }), { mode: "uint16" });
 * ```
 */
export function writeImage(
  path: string,
  picture: Image,
  options: MrcWriteOptions & TaskOptions = {},
): Promise<void> {
  return writeMrc(path, picture, options);
}
