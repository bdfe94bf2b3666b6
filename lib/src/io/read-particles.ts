import type { TaskOptions } from "../core/index.js";
import type { Particles } from "../model/index.js";
import { particlesFromCs, readCs } from "./cryosparc/index.js";
import { isNpy } from "./npy/index.js";
import { openSource } from "./open-source.js";
import { particlesFromStar } from "./relion/index.js";
import type { SourceInput } from "./source.js";
import { readStar } from "./star/index.js";

/**
 * Reads particles: a STAR file of RELION of any version, or a data set of cryoSPARC, told apart by what is in them. Angles, shifts,
 * defocus and coordinates come in the library's own conventions; whatever else the file tells stays in `other`, under its own names.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it lists no particles, or does not say voltage, Cs, amplitude contrast or pixel size
 * @example
 * ```ts
 * import { opticsGroup, particles, readParticles, writeParticles } from "vitrine";
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * await writeParticles("particles.star", particles(optics, { group: new Int32Array(3) }));
 * (await readParticles("particles.star")).count;   // 3
 * ```
 */
export async function readParticles(input: SourceInput, options: TaskOptions = {}): Promise<Particles> {
  const source = await openSource(input, options);
  try {
    return isNpy(await source.read(0, 8))
      ? particlesFromCs(source.name, await readCs(source, options))
      : particlesFromStar(await readStar(source, options));
  } finally {
    await source.close();
  }
}
