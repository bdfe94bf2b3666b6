import { requireInteger, ShapeError } from "../core/index.js";
import { rotationFromEuler } from "../math/index.js";
import { ctf } from "./ctf.js";
import type { Ctf } from "./ctf.js";
import { opticsGroup } from "./optics.js";
import type { OpticsGroup } from "./optics.js";
import type { Pose } from "./pose.js";
import type { Provenance } from "./provenance.js";
import type { Table } from "./table.js";

/** For each particle a file, one of a few, by its place in the list. */
export interface FileReferences {
  readonly files: readonly string[];
  /** Which of the files, from 0. */
  readonly file: Int32Array;
}

/** For each particle its image in a stack. */
export interface ImageReferences extends FileReferences {
  /** Which image of the file, from 0. */
  readonly index: Int32Array;
}

/** Two columns that belong together. */
export interface Coordinates {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Euler angles of particles, as `rotationFromEuler` has them. */
export interface ParticleAngles {
  readonly rotDeg: Float64Array;
  readonly tiltDeg: Float64Array;
  readonly psiDeg: Float64Array;
}

/** What the lens did to each particle, beside what its optics group says. */
export interface ParticleDefocus {
  readonly defocusUA: Float64Array;
  readonly defocusVA: Float64Array;
  readonly defocusAngleDeg: Float64Array;
  /** Left out where there was no phase plate. */
  readonly phaseShiftDeg?: Float64Array;
  /** Left out where there is no envelope. */
  readonly bFactorA2?: Float64Array;
}

/** Columns of {@link Particles}; each is as long as the others, and left out where nothing is known. */
export interface ParticleColumns {
  /** Which of the optics groups, from 0. */
  readonly group: Int32Array;
  readonly images?: ImageReferences;
  readonly micrographs?: FileReferences;
  /** Centres, in pixels of the micrograph. */
  readonly coordinatesPx?: Coordinates;
  readonly angles?: ParticleAngles;
  /** What, added to an image, brings its particle to the centre, in Å. */
  readonly shiftA?: Coordinates;
  readonly defocus?: ParticleDefocus;
  /** From 1, as programs count classes. */
  readonly classNumber?: Int32Array;
  /** 1 or 2, of two halves that were refined apart. */
  readonly halfSet?: Int32Array;
  /** What a file tells beyond this, under its own names. */
  readonly other?: Table;
}

/** Particles of any program in one form: columns, and the optics groups that they belong to. */
export interface Particles extends ParticleColumns {
  readonly kind: "particles";
  readonly count: number;
  readonly optics: readonly OpticsGroup[];
  readonly source?: Provenance;
}

/**
 * Makes {@link Particles}. Columns are taken, not copied.
 *
 * @throws ShapeError if columns differ in length
 * @throws ValueError if a particle names a group, file or half that is not there
 * @example
 * ```ts
 * const optics = [opticsGroup({ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 })];
 * particles(optics, { group: Int32Array.of(0, 0) }).count;   // 2
 * ```
 */
export function particles(
  optics: readonly OpticsGroup[],
  columns: ParticleColumns,
  source?: Provenance,
): Particles {
  const count = columns.group.length;
  optics.forEach(opticsGroup);
  const { images, micrographs, coordinatesPx, angles, shiftA, defocus, classNumber, halfSet, other } =
    columns;
  for (const [name, column] of Object.entries({
    ...{ ...coordinatesPx, classNumber, halfSet, image: images?.index, imageFile: images?.file },
    ...{ shiftX: shiftA?.x, shiftY: shiftA?.y, micrograph: micrographs?.file, ...angles, ...defocus },
  })) {
    if (column !== undefined && column.length !== count) wrongLength(name, column.length, count);
  }
  if (other !== undefined && other.rowCount !== count) wrongLength("other", other.rowCount, count);
  requireIndices("group", columns.group, 0, optics.length - 1);
  if (images !== undefined) {
    requireIndices("images: file", images.file, 0, images.files.length - 1);
    requireIndices("images: index", images.index, 0, 2 ** 31 - 1);
  }
  if (micrographs !== undefined)
    requireIndices("micrographs: file", micrographs.file, 0, micrographs.files.length - 1);
  if (halfSet !== undefined) requireIndices("halfSet", halfSet, 1, 2);
  return { kind: "particles", count, optics, ...columns, ...(source && { source }) };
}

/** How a particle lies in its image. @throws ValueError if it has no angles, or is not there */
export function poseOf(all: Particles, index: number): Pose {
  requireInteger("particle", index, 0, all.count - 1);
  const { angles, shiftA } = all;
  const rotation = rotationFromEuler({
    rotDeg: angles?.rotDeg[index] ?? NaN,
    tiltDeg: angles?.tiltDeg[index] ?? NaN,
    psiDeg: angles?.psiDeg[index] ?? NaN,
  });
  if (shiftA === undefined) return { rotation };
  const { pixelSizeA } = opticsOf(all, index);
  return { rotation, shiftPx: { x: shiftA.x[index]! / pixelSizeA, y: shiftA.y[index]! / pixelSizeA } };
}

/** What the lens did to a particle. @throws ValueError if its defocus is not known, or it is not there */
export function ctfOf(all: Particles, index: number): Ctf {
  requireInteger("particle", index, 0, all.count - 1);
  const { voltageKV, csMm, amplitudeContrast } = opticsOf(all, index);
  const { defocus } = all;
  return ctf({
    defocusUA: defocus?.defocusUA[index] ?? NaN,
    defocusVA: defocus?.defocusVA[index] ?? NaN,
    defocusAngleDeg: defocus?.defocusAngleDeg[index] ?? NaN,
    phaseShiftDeg: defocus?.phaseShiftDeg?.[index] ?? 0,
    bFactorA2: defocus?.bFactorA2?.[index] ?? 0,
    voltageKV,
    csMm,
    amplitudeContrast,
  });
}

/** The optics group of a particle. */
export function opticsOf({ optics, group }: Particles, index: number): OpticsGroup {
  return optics[group[index]!]!;
}

function wrongLength(name: string, length: number, count: number): never {
  throw new ShapeError(`particles: ${name}`, { got: `${length} rows`, wanted: `${count}, as group has` });
}

function requireIndices(name: string, column: Int32Array, first: number, last: number): void {
  const wrong = column.findIndex((value) => value < first || value > last);
  if (wrong >= 0) requireInteger(`particle ${wrong}: ${name}`, column[wrong]!, first, last);
}
