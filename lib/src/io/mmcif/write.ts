import type { TaskOptions } from "../../core/index.js";
import type { Atoms } from "../../model/index.js";
import { encoded } from "../pdb/write.js";
import { encodeMmcif } from "./encode.js";

/** Bytes of an atom's row, about. */
const bytesPerAtom = 90;

/**
 * Writes atoms as an mmCIF file, with cell and assemblies. Read again it gives the same columns, numbers to the last bit. The file
 * appears whole or not at all.
 *
 * @throws ValueError if a word can't be spelled in a CIF file
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeMmcif(path: string, atoms: Atoms, options: TaskOptions = {}): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, encoded(encodeMmcif(atoms), options), {
    totalBytes: bytesPerAtom * atoms.count,
  });
}
