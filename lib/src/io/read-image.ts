import { requireInteger } from "../core/index.js";
import type { Image } from "../model/index.js";
import type { MrcOpenOptions } from "./mrc/open-mrc.js";
import { withMrc } from "./mrc/open-mrc.js";
import { readSections } from "./mrc/read.js";
import { requireReal, toImage } from "./mrc/to-model.js";
import type { SourceInput } from "./source.js";
import { wrongReader } from "./mrc/wrong-reader.js";

/** What {@link readImage} takes. */
export interface ReadImageOptions extends MrcOpenOptions {
  /** Å per pixel, where the file does not say or says it wrongly. Default: the file's own. */
  readonly pixelSizeA?: number;
  /** Which section, from 0; only that one is read. Needed where the file holds more than one. */
  readonly index?: number;
}

/**
 * Reads one image: a micrograph, a gain reference, or section `index` of a stack or map, without reading the others.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is damaged, holds several sections and no `index` is given, or does not say its pixel size
 * @example
 * ```ts
 * import { blobProjection, readImage, simulateBlobs, writeImage } from "vitrine";
 * await writeImage("view.mrc", blobProjection(simulateBlobs({ seed: 1 })));
 * (await readImage("view.mrc")).shape;   // [48, 48]
 * ```
 */
export function readImage(input: SourceInput, options: ReadImageOptions = {}): Promise<Image> {
  const { pixelSizeA, index } = options;
  return withMrc(input, options, async (source, header) => {
    requireReal(header);
    if (header.sections > 1 && index === undefined) {
      throw wrongReader(header, "one image", "readImageStack or readVolume", "{ index }");
    }
    const first = requireInteger("index", index ?? 0, 0, header.sections - 1);
    return toImage(await readSections(source, header, { first, count: 1 }, options), pixelSizeA, options);
  });
}
