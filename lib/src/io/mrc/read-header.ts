import type { SourceInput } from "../source.js";
import type { MrcHeader } from "./header.js";
import type { MrcOpenOptions } from "./open-mrc.js";
import { withMrc } from "./open-mrc.js";

/**
 * The header of an MRC file by name, checked against the file's size; `warnings` says what was odd in it.
 * The values are not read, however many there are.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is not an MRC file, or shorter than its header says
 * @example
 * ```ts
 * import { blobVolume, readMrcHeader, simulateBlobs, writeVolume } from "vitrine";
 * await writeVolume("blobs.mrc", blobVolume(simulateBlobs({ seed: 1 })));
 * (await readMrcHeader("blobs.mrc")).columns;   // 48
 * ```
 */
export function readMrcHeader(input: SourceInput, options: MrcOpenOptions = {}): Promise<MrcHeader> {
  return withMrc(input, options, (_, header) => header);
}
