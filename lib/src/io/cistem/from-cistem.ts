import { FormatError, radToDeg } from "../../core/index.js";
import { particles } from "../../model/index.js";
import type { ImageReferences, ParticleColumns, Particles, Table } from "../../model/index.js";
import { fileReferences, integers, knownColumns, takeColumns } from "../relion/columns.js";
import type { ColumnTaker } from "../relion/columns.js";
import { groupOptics } from "../relion/index.js";
import type { GivenOptics, GroupedOptics, NeededOptics } from "../relion/index.js";

/** What cisTEM calls the quantities that have to be known. */
const labels: Readonly<Record<NeededOptics, string>> = {
  voltageKV: "cisTEMMicroscopeVoltagekV",
  csMm: "cisTEMMicroscopeCsMM",
  amplitudeContrast: "cisTEMAmplitudeContrast",
  pixelSizeA: "cisTEMPixelSize",
};

/** What a table of cisTEM is read with. */
export interface FromCistemOptions {
  readonly optics?: GivenOptics;
  /** The stack that the particles' images are in, where the table does not name it, as none of Frealign's does. */
  readonly stack?: string;
}

/** Whether a table lists particles as cisTEM does. */
export function isCistemTable({ columns }: Table): boolean {
  return "cisTEMPositionInStack" in columns;
}

/**
 * The particles of a table of cisTEM or Frealign. Its angles phi, theta and psi are RELION's rot, tilt and psi; its shifts have the
 * opposite sign, in Å since version 9 of Frealign and in pixels before; a phase shift is in radians.
 *
 * @throws FormatError if neither it nor the caller says the particles' optics
 */
export function particlesFromCistem(
  file: string,
  rows: Table,
  { optics: given, stack }: FromCistemOptions = {},
): Particles {
  const take = takeColumns(rows);
  const { optics, group } = opticsOfRows(file, rows.rowCount, take, given);
  const micrographs = take.words("cisTEMOriginalImageFilename");
  const columns = {
    group,
    images: images(rows, take, stack),
    micrographs: micrographs && fileReferences(micrographs),
    angles: angles(take),
    shiftA: shifts(take, { optics, group }, "PRESA" in rows.columns),
    defocus: defocus(take),
    classNumber: integers(take.numbers("cisTEMBest2DClass")),
    halfSet: halves(rows, take),
  };
  return particles(optics, knownColumns(columns, take), { name: file, format: "cistem", warnings: [] });
}

function opticsOfRows(file: string, rowCount: number, take: ColumnTaker, given?: GivenOptics): GroupedOptics {
  const [tiltX, tiltY] = take.together("cisTEMBeamTiltX", "cisTEMBeamTiltY") ?? [];
  return groupOptics(
    {
      voltageKV: take.numbers(labels.voltageKV),
      csMm: take.numbers(labels.csMm),
      amplitudeContrast: take.numbers(labels.amplitudeContrast),
      pixelSizeA: take.numbers(labels.pixelSizeA),
      beamTilt: tiltX && tiltY && [tiltX, tiltY],
    },
    {
      rowCount,
      given,
      missing: (quantity) => {
        throw new FormatError({
          file,
          field: labels[quantity],
          got: "no such column",
          wanted: "voltage, Cs, amplitude contrast and pixel size of the particles",
          hint: `say it: { optics: { ${quantity}: ... } }`,
        });
      },
    },
  );
}

function images(rows: Table, take: ColumnTaker, stack: string | undefined): ImageReferences | undefined {
  const named =
    take.words("cisTEMStackFilename") ??
    (stack === undefined ? undefined : new Array<string>(rows.rowCount).fill(stack));
  const places = named && take.numbers("cisTEMPositionInStack");
  return places && { ...fileReferences(named!), index: Int32Array.from(places, (place) => place - 1) };
}

function angles(take: ColumnTaker): ParticleColumns["angles"] {
  const three = take.together("cisTEMAnglePhi", "cisTEMAngleTheta", "cisTEMAnglePsi");
  return three && { rotDeg: three[0]!, tiltDeg: three[1]!, psiDeg: three[2]! };
}

function shifts(
  take: ColumnTaker,
  { optics, group }: GroupedOptics,
  inPixels: boolean,
): ParticleColumns["shiftA"] {
  const both = take.together("cisTEMXShift", "cisTEMYShift");
  const opposite = (column: Float64Array): Float64Array =>
    column.map((shift, row) => 0 - shift * (inPixels ? optics[group[row]!]!.pixelSizeA : 1));
  return both && { x: opposite(both[0]!), y: opposite(both[1]!) };
}

function defocus(take: ColumnTaker): ParticleColumns["defocus"] {
  const lens = take.together("cisTEMDefocus1", "cisTEMDefocus2", "cisTEMDefocusAngle");
  const phase = take.numbers("cisTEMPhaseShift");
  return (
    lens && {
      defocusUA: lens[0]!,
      defocusVA: lens[1]!,
      defocusAngleDeg: lens[2]!,
      ...(phase && { phaseShiftDeg: phase.map(radToDeg) }),
    }
  );
}

/** Halves where every particle is in one: cisTEM has more subsets, or none. */
function halves({ columns }: Table, take: ColumnTaker): Int32Array | undefined {
  const subset = columns["cisTEMAssignedSubset"];
  const two = subset instanceof Float64Array && subset.every((half) => half === 1 || half === 2);
  return two ? integers(take.numbers("cisTEMAssignedSubset")) : undefined;
}
