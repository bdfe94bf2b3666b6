import { requireInteger } from "../core/index.js";
import type { ImageStack } from "../model/index.js";
import { contentOf } from "./mrc/content.js";
import type { MrcOpenOptions } from "./mrc/open-mrc.js";
import { withMrc } from "./mrc/open-mrc.js";
import { readSections } from "./mrc/read.js";
import { requireReal, toImageStack } from "./mrc/to-model.js";
import type { SourceInput } from "./source.js";
import { wrongReader } from "./mrc/wrong-reader.js";

/** What {@link readImageStack} takes. */
export interface ReadImageStackOptions extends MrcOpenOptions {
  /** Å per pixel, where the file does not say or says it wrongly. Default: the file's own. */
  readonly pixelSizeA?: number;
  /** First image to read, from 0. Default 0. */
  readonly first?: number;
  /** How many images to read. Default: all that follow. */
  readonly count?: number;
  /** `"images"` reads what the file calls a volume as images all the same. */
  readonly as?: "images";
}

/**
 * Reads a stack of images, or a part of it without reading the rest: particles, frames of a movie, a tilt series.
 *
 * A name in `.mrcs`, `.st` or `.ali` makes a file a stack whatever its header says, as RELION, Xmipp and IMOD have it.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is damaged, holds a volume, or does not say its pixel size
 * @throws ValueError if `first` and `count` are not in the file
 * @example
 * ```ts
 * import { imageStack, readImageStack, writeImageStack } from "vitrine";
 * await writeImageStack("two.mrcs", imageStack(new Float32Array(24), { shape: [2, 3, 4], pixelSizeA: 1.5 }));
 * (await readImageStack("two.mrcs", { first: 1 })).shape;   // [1, 3, 4]
 * ```
 */
export function readImageStack(input: SourceInput, options: ReadImageStackOptions = {}): Promise<ImageStack> {
  const { pixelSizeA, as } = options;
  return withMrc(input, options, async (source, header) => {
    requireReal(header);
    const content = contentOf(header);
    if (as === undefined && (content === "volume" || content === "volumes")) {
      throw wrongReader(header, "a stack of images", "readVolume", '{ as: "images" }');
    }
    const first = requireInteger("first", options.first ?? 0, 0, header.sections - 1);
    const count = requireInteger(
      "count",
      options.count ?? header.sections - first,
      1,
      header.sections - first,
    );
    return toImageStack(await readSections(source, header, { first, count }, options), pixelSizeA, options);
  });
}
