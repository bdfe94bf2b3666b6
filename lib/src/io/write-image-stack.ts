import type { TaskOptions } from "../core/index.js";
import type { ImageStack } from "../model/index.js";
import type { MrcWriteOptions } from "./mrc/encode.js";
import { writeMrc } from "./mrc/write.js";

/**
 * Writes images as an MRC2014 stack. Name it `.mrcs`: RELION and Xmipp go by the name, others by ISPG 0, which is
 * written too. The file appears whole or not at all.
 *
 * @throws ValueError if a value does not fit into `mode`
 * @throws FileError if the disk is full or the place not writable
 * @example
 * ```ts
 * import { imageStack, writeImageStack } from "vitrine";
 * await writeImageStack("two.mrcs", imageStack(new Float32Array(24), { shape: [2, 3, 4], pixelSizeA: 1.5 }));
 * ```
 */
export function writeImageStack(
  path: string,
  stack: ImageStack,
  options: MrcWriteOptions & TaskOptions = {},
): Promise<void> {
  return writeMrc(path, stack, options);
}
