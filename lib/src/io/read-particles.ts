import type { TaskOptions } from "../core/index.js";
import type { Particles } from "../model/index.js";
import {
  isCistemBinary,
  isCistemTable,
  isPar,
  particlesFromCistem,
  readCistemBinary,
  readPar,
} from "./cistem/index.js";
import type { FromCistemOptions } from "./cistem/index.js";
import { isCs, particlesFromCs, readCs } from "./cryosparc/index.js";
import type { ReadCsOptions } from "./cryosparc/index.js";
import { openSource } from "./open-source.js";
import { particlesFromStar } from "./relion/index.js";
import type { GivenOptics } from "./relion/index.js";
import type { SourceInput } from "./source.js";
import { readStar } from "./star/index.js";
import type { StarFile } from "./star/index.js";
import { isXmippTable, particlesFromXmd } from "./xmipp/index.js";

/** As much of a file as tells whose it is. */
const headBytes = 4096;

/** What {@link readParticles} takes. */
export interface ReadParticlesOptions
  extends TaskOptions, Pick<ReadCsOptions, "passthrough">, Pick<FromCistemOptions, "stack"> {
  /** What the file does not say of its optics, or says wrongly. Default: the file's own. */
  readonly optics?: GivenOptics;
  /** Which table of an Xmipp file, `class000001_images`. Default: the first that lists images. */
  readonly block?: string;
}

/**
 * Reads particles: a STAR file of RELION of any version, a data set of cryoSPARC in either of its forms, metadata of Xmipp, a table of
 * cisTEM or a parameter file of Frealign, told apart by what is in them. Angles, shifts, defocus and coordinates come in the library's own conventions; whatever else the file tells stays in
 * `other`, under its own names.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it lists no particles, or neither it nor the caller says voltage, Cs, amplitude contrast and pixel size
 * @example
 * ```ts
 * import { opticsGroup, particles, readParticles, writeParticles } from "vitrine";
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * await writeParticles("particles.star", particles(optics, { group: new Int32Array(3) }));
 * (await readParticles("particles.star")).count;   // 3
 * ```
 */
export async function readParticles(
  input: SourceInput,
  options: ReadParticlesOptions = {},
): Promise<Particles> {
  const source = await openSource(input, options);
  try {
    const head = await source.read(0, headBytes);
    const { name } = source;
    if (isCs(head)) return particlesFromCs(name, await readCs(source, options), options.optics);
    if (isPar(head)) return particlesFromCistem(name, await readPar(source, options), options);
    if (isCistemBinary(head))
      return particlesFromCistem(name, await readCistemBinary(source, options), options);
    return particlesOfStar(await readStar(source, options), options);
  } finally {
    await source.close();
  }
}

function particlesOfStar(star: StarFile, options: ReadParticlesOptions): Particles {
  const tables = star.blocks.map(({ table }) => table);
  const cistem = tables.find(isCistemTable);
  if (cistem !== undefined) return particlesFromCistem(star.name, cistem, options);
  return tables.some(isXmippTable)
    ? particlesFromXmd(star, options.optics, options.block)
    : particlesFromStar(star, options.optics);
}
