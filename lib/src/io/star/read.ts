import type { TaskOptions } from "../../core/index.js";
import { FormatError, startTask } from "../../core/index.js";
import { openSource } from "../open-source.js";
import type { SourceInput } from "../source.js";
import { forEachLine } from "./lines.js";
import { starParser } from "./parser.js";
import type { StarFile } from "./star-file.js";

/**
 * Reads a STAR file of any age and dialect into columns: RELION's with and without optics groups, Xmipp's metadata, what Gctf,
 * Warp and others write. A column whose values are all numbers is one of numbers in double precision; any other keeps its words
 * as they are spelled. Plain or compressed; the file is never held as a whole.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is no STAR file, or a row has more or fewer values than there are columns
 * @example
 * ```ts
 * import { readStar, starTable } from "vitrine";
 * const bytes = new TextEncoder().encode("data_particles\nloop_\n_rlnCoordinateX #1\n_rlnImageName #2\n12.5 000001@a.mrcs\n");
 * const particles = starTable(await readStar(bytes), "particles");
 * particles.columns["rlnImageName"];   // ["000001@a.mrcs"]
 * ```
 */
export async function readStar(input: SourceInput, options: TaskOptions = {}): Promise<StarFile> {
  const task = startTask(options);
  const source = await openSource(input, options);
  try {
    const parser = starParser(source.name, source.size);
    await forEachLine(source, task, (bytes, start, end, offset) => parser.take(bytes, start, end, offset));
    const { comments, blocks } = parser.finish();
    if (blocks.length === 0) {
      throw new FormatError({
        file: source.name,
        field: "data_",
        got: "no block of data",
        wanted: "a STAR file, with lines that begin with data_",
      });
    }
    return { kind: "star", name: source.name, comments, blocks };
  } finally {
    await source.close();
  }
}
