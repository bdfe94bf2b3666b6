import { FormatError } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Table } from "../../model/index.js";
import { isNpy, readRecords } from "../npy/index.js";
import { openSource } from "../open-source.js";
import type { SourceInput } from "../source.js";
import { isCsdat } from "./csdat-header.js";
import { joinRows } from "./join-rows.js";
import { readCsdat } from "./read-csdat.js";

/** What {@link readCs} takes. */
export interface ReadCsOptions extends TaskOptions {
  /**
   * Files that keep what the job did not change, `..._passthrough_particles.cs`: their columns join those of the rows with the same
   * `uid`. Default none.
   */
  readonly passthrough?: SourceInput | readonly SourceInput[];
}

/** Whether a file begins as a data set of cryoSPARC does, in one of its two forms. */
export function isCs(head: Uint8Array): boolean {
  return isNpy(head) || isCsdat(head);
}

/**
 * Reads a data set of cryoSPARC, a `.cs` file in either of its forms, as it is: columns under cryoSPARC's own names, `ctf/df1_A`,
 * `alignments3D/pose[0]`; `uid` as words, since a double can't hold it. `readParticles` gives its particles in the library's
 * conventions.
 *
 * @throws FileError if a file can't be opened
 * @throws FormatError if it is damaged, or a row is missing in a passthrough file
 */
export async function readCs(input: SourceInput, options: ReadCsOptions = {}): Promise<Table> {
  const { passthrough = [], ...task } = options;
  let rows = await readOne(input, task);
  for (const other of Array.isArray(passthrough)
    ? (passthrough as readonly SourceInput[])
    : [passthrough as SourceInput]) {
    const name = typeof other === "string" ? other : "name" in other ? other.name : "passthrough";
    rows = joinRows(rows, await readOne(other, task), name);
  }
  return rows;
}

async function readOne(input: SourceInput, options: TaskOptions): Promise<Table> {
  const source = await openSource(input, options);
  try {
    const head = await source.read(0, 8);
    if (isCsdat(head)) return await readCsdat(source, "particles", options);
    if (isNpy(head)) return await readRecords(source, "particles", options);
    throw new FormatError({
      file: source.name,
      field: "magic",
      offset: 0,
      got: "other bytes",
      wanted: "\\x93NUMPY or \\x95CSDAT",
    });
  } finally {
    await source.close();
  }
}
