import type { Particles } from "../../model/index.js";
import { encodeRecords } from "./encode-records.js";
import { particlesToCs } from "./to-cs.js";
import type { ToCsOptions } from "./to-cs.js";

/**
 * Writes particles as a data set of cryoSPARC, in numpy's form. The file appears whole or not at all.
 *
 * @throws ValueError if places are known but not the sides of the micrographs
 * @throws FileError if the disk is full or the place not writable
 */
export async function writeCs(path: string, all: Particles, options: ToCsOptions = {}): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const bytes = encodeRecords(particlesToCs(all, options), all.count);
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
