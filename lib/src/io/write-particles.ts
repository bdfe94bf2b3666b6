import type { TaskOptions } from "../core/index.js";
import { requireOneOf } from "../core/index.js";
import type { Particles } from "../model/index.js";
import { writeCs } from "./cryosparc/index.js";
import type { ToCsOptions } from "./cryosparc/index.js";
import { particlesToStar } from "./relion/index.js";
import { writeStar } from "./star/index.js";

/** Programs for which {@link writeParticles} writes. */
const formats = ["relion", "cryosparc"] as const;

/** What {@link writeParticles} takes. */
export interface WriteParticlesOptions extends TaskOptions, ToCsOptions {
  /** For which program: `"relion"` since version 3.1, or `"cryosparc"`. Default by the name: `.cs` is cryoSPARC's. */
  readonly format?: (typeof formats)[number];
}

/**
 * Writes particles as RELION reads them since version 3.1, a table of optics groups and one of particles, or as a data set of
 * cryoSPARC. Read again from RELION's form they are the same, numbers to the last bit; cryoSPARC's has single precision. The file
 * appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 * @throws ValueError for cryoSPARC, if places are known but not the sides of the micrographs
 * @example
 * ```ts
 * import { readParticles, writeParticles, selectParticles, opticsGroup, particles } from "vitrine";
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * const all = particles(optics, { group: new Int32Array(3), classNumber: Int32Array.of(1, 2, 1) });
 * await writeParticles("class2.star", selectParticles(all, [1]));
 * (await readParticles("class2.star")).classNumber;   // Int32Array [2]
 * ```
 */
export async function writeParticles(
  path: string,
  all: Particles,
  options: WriteParticlesOptions = {},
): Promise<void> {
  const format = options.format ?? (/\.cs$/i.test(path) ? "cryosparc" : "relion");
  if (requireOneOf("format", format, formats) === "cryosparc") return writeCs(path, all, options);
  await writeStar(path, particlesToStar(all), options);
}
