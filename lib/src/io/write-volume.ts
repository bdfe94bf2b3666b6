import type { TaskOptions } from "../core/index.js";
import type { Volume } from "../model/index.js";
import type { MrcWriteOptions } from "./mrc/encode.js";
import { writeMrc } from "./mrc/write.js";

/**
 * Writes a map as an MRC2014 file: voxel size as cell over sampling, the place of voxel (0, 0, 0) as ORIGIN words.
 * The file appears whole or not at all; until then an older file of that name stays as it was.
 *
 * @throws ValueError if a value does not fit into `mode`
 * @throws FileError if the disk is full or the place not writable
 * @example
 * ```ts
 * import { blobVolume, simulateBlobs, writeVolume } from "vitrine";
 * await writeVolume("blobs.mrc", blobVolume(simulateBlobs({ seed: 1 })), { mode: "float16" });
 * ```
 */
export function writeVolume(
  path: string,
  map: Volume,
  options: MrcWriteOptions & TaskOptions = {},
): Promise<void> {
  return writeMrc(path, map, options);
}
