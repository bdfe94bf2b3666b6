import { table } from "../../model/index.js";
import type { Column, FileReferences, Particles } from "../../model/index.js";
import type { StarContent } from "../star/index.js";
import { imageNames } from "./columns.js";
import { opticsToTable } from "./optics.js";

/** What the first line says of files in the form that RELION 3.1, 4 and 5 read. */
const version = "version 30001";

/** Particles as the two tables that RELION reads since version 3.1. Columns of other programs stay behind. */
export function particlesToStar(all: Particles): StarContent {
  const { images, micrographs, coordinatesPx, angles, shiftA, defocus, classNumber, halfSet, other } = all;
  const columns: Record<string, Column | Int32Array | undefined> = {
    rlnCoordinateX: coordinatesPx?.x,
    rlnCoordinateY: coordinatesPx?.y,
    rlnImageName: images && imageNames(images),
    rlnMicrographName: micrographs && names(micrographs),
    rlnOpticsGroup: Float64Array.from(all.group, (group) => group + 1),
    rlnAngleRot: angles?.rotDeg,
    rlnAngleTilt: angles?.tiltDeg,
    rlnAnglePsi: angles?.psiDeg,
    rlnOriginXAngst: shiftA?.x,
    rlnOriginYAngst: shiftA?.y,
    rlnDefocusU: defocus?.defocusUA,
    rlnDefocusV: defocus?.defocusVA,
    rlnDefocusAngle: defocus?.defocusAngleDeg,
    rlnPhaseShift: defocus?.phaseShiftDeg,
    rlnCtfBfactor: defocus?.bFactorA2,
    rlnClassNumber: classNumber,
    rlnRandomSubset: halfSet,
    ...relionColumns(other?.columns ?? {}),
  };
  const present = Object.entries(columns).flatMap(([label, column]): [string, Column][] =>
    column === undefined ? [] : [[label, column instanceof Int32Array ? Float64Array.from(column) : column]],
  );
  return {
    comments: [version],
    blocks: [
      { form: "loop", table: opticsToTable(all.optics) },
      { form: "loop", table: table("particles", Object.fromEntries(present)) },
    ],
  };
}

function relionColumns(columns: Readonly<Record<string, Column>>): Record<string, Column> {
  return Object.fromEntries(Object.entries(columns).filter(([label]) => label.startsWith("rln")));
}

function names({ files, file }: FileReferences): string[] {
  return Array.from(file, (place) => files[place]!);
}
