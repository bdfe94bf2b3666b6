import type { TaskOptions } from "../core/index.js";
import type { Particles } from "../model/index.js";
import { particlesToStar } from "./relion/index.js";
import { writeStar } from "./star/index.js";

/**
 * Writes particles as RELION reads them since version 3.1: a table of optics groups, and one of particles. Read again they are
 * the same, numbers to the last bit. The file appears whole or not at all.
 *
 * @throws FileError if the disk is full or the place not writable
 * @example
 * ```ts
 * import { readParticles, writeParticles, selectParticles, opticsGroup, particles } from "vitrine";
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * const all = particles(optics, { group: new Int32Array(3), classNumber: Int32Array.of(1, 2, 1) });
 * await writeParticles("class2.star", selectParticles(all, [1]));
 * (await readParticles("class2.star")).classNumber;   // Int32Array [2]
 * ```
 */
export async function writeParticles(path: string, all: Particles, options: TaskOptions = {}): Promise<void> {
  await writeStar(path, particlesToStar(all), options);
}
