import type { TaskOptions } from "../../core/index.js";
import type { Table } from "../../model/index.js";
import { readRecords } from "../npy/index.js";
import { openSource } from "../open-source.js";
import type { SourceInput } from "../source.js";

/**
 * Reads a data set of cryoSPARC, a `.cs` file, as it is: columns under cryoSPARC's own names, `ctf/df1_A`, `alignments3D/pose[0]`;
 * `uid` as words, since a double can't hold it. `readParticles` gives its particles in the library's conventions.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is damaged, or shorter than its header says
 */
export async function readCs(input: SourceInput, options: TaskOptions = {}): Promise<Table> {
  const source = await openSource(input, options);
  try {
    return await readRecords(source, "particles", options);
  } finally {
    await source.close();
  }
}
