import { requireInteger, ValueError } from "../core/index.js";
import type { Volume } from "../model/index.js";
import { contentOf, volumeStack } from "./mrc/content.js";
import type { MrcOpenOptions } from "./mrc/open-mrc.js";
import { withMrc } from "./mrc/open-mrc.js";
import { readSections } from "./mrc/read.js";
import { requireReal, toVolume } from "./mrc/to-model.js";
import type { SourceInput } from "./source.js";
import { wrongReader } from "./mrc/wrong-reader.js";

/** What {@link readVolume} takes. */
export interface ReadVolumeOptions extends MrcOpenOptions {
  /** Å per voxel, where the file does not say or says it wrongly. Default: the file's own. */
  readonly voxelSizeA?: number;
  /** Which volume of a stack of volumes, from 0. */
  readonly index?: number;
  /** `"volume"` reads what the file calls images as a volume all the same. */
  readonly as?: "volume";
}

/**
 * Reads a map: an MRC or CCP4 file, plain or in gzip or bzip2, from a path, from bytes, or from an open source.
 *
 * Gives `[nz, ny, nx]` whatever order the file stores, Å per voxel from cell and sampling, and the place of voxel
 * (0, 0, 0) from the ORIGIN words or, where they are 0, from the START words. What was odd in the file is listed in
 * `source.warnings`.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is damaged, holds images or complex numbers, or does not say its voxel size
 * @throws MemoryError if it does not fit in memory
 * @example
 * ```ts
 * import { blobVolume, describe, readVolume, simulateBlobs, writeVolume } from "vitrine";
 * await writeVolume("blobs.mrc", blobVolume(simulateBlobs({ seed: 1 })));
 * describe(await readVolume("blobs.mrc"));
 * ```
 */
export function readVolume(input: SourceInput, options: ReadVolumeOptions = {}): Promise<Volume> {
  const { voxelSizeA, index, as } = options;
  return withMrc(input, options, async (source, header) => {
    requireReal(header);
    const content = contentOf(header);
    const oneImage = content === "image" && header.spaceGroup < 1;
    if (as === undefined && (content === "images" || oneImage)) {
      throw wrongReader(header, "a volume", oneImage ? "readImage" : "readImageStack", '{ as: "volume" }');
    }
    const { sectionsEach, count } = volumeStack(header);
    if (count > 1 && index === undefined) {
      throw new ValueError("index", {
        got: "none",
        wanted: `a whole number from 0 to ${count - 1}`,
        hint: `${header.file} holds ${count} volumes`,
      });
    }
    const first = requireInteger("index", index ?? 0, 0, count - 1) * sectionsEach;
    return toVolume(
      await readSections(source, header, { first, count: sectionsEach }, options),
      voxelSizeA,
      options,
    );
  });
}
