import type { TaskOptions } from "../../core/index.js";
import { startTask } from "../../core/index.js";
import type { Atoms } from "../../model/index.js";
import { encodePdb } from "./encode.js";

/** Bytes of an atom's record. */
const bytesPerAtom = 79;

/**
 * Writes atoms as a PDB file, with cell and assemblies; see {@link encodePdb} for what it keeps. The file appears whole or not at
 * all.
 *
 * @throws ValueError if a name or number is too long for the format
 * @throws FileError if the disk is full or the place not writable
 */
export async function writePdb(path: string, atoms: Atoms, options: TaskOptions = {}): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  await writeAtomically(path, encoded(encodePdb(atoms), options), { totalBytes: bytesPerAtom * atoms.count });
}

/** Text as bytes, piece by piece. */
export async function* encoded(pieces: Iterable<string>, options: TaskOptions): AsyncGenerator<Uint8Array> {
  const task = startTask(options);
  const utf8 = new TextEncoder();
  for (const text of pieces) {
    yield utf8.encode(text);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
