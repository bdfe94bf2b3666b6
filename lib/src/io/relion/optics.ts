import { FormatError } from "../../core/index.js";
import { opticsGroup, table } from "../../model/index.js";
import type { Column, OpticsGroup, Table } from "../../model/index.js";
import { takeColumns } from "./columns.js";
import type { ColumnTaker } from "./columns.js";
import { groupOptics } from "./group-optics.js";
import type { GivenOptics, GroupedOptics, NeededOptics } from "./group-optics.js";

const micrometreA = 1e4;

/** What RELION calls the quantities that have to be known. */
const labels: Readonly<Record<NeededOptics, string>> = {
  voltageKV: "rlnVoltage",
  csMm: "rlnSphericalAberration",
  amplitudeContrast: "rlnAmplitudeContrast",
  pixelSizeA: "rlnImagePixelSize",
};

/** The groups of a `data_optics` table. @throws FormatError if neither it nor the caller says a voltage, Cs or pixel size */
export function opticsFromTable(file: string, rows: Table, given: GivenOptics = {}): OpticsGroup[] {
  const take = takeColumns(rows);
  take.numbers("rlnOpticsGroup");
  const names = take.words("rlnOpticsGroupName");
  const micrograph = take.numbers("rlnMicrographOriginalPixelSize") ?? take.numbers("rlnMicrographPixelSize");
  const needed: Record<NeededOptics, Float64Array | undefined> = {
    voltageKV: take.numbers("rlnVoltage"),
    csMm: take.numbers("rlnSphericalAberration"),
    amplitudeContrast: take.numbers("rlnAmplitudeContrast"),
    pixelSizeA: take.numbers("rlnImagePixelSize") ?? micrograph,
  };
  const box = take.numbers("rlnImageSize");
  const [tiltX, tiltY] = take.together("rlnBeamTiltX", "rlnBeamTiltY") ?? [];
  take.numbers("rlnImageDimensionality");
  const rest = Object.entries(take.rest());
  const valueOf = (name: NeededOptics, row: number): number =>
    given[name] ?? needed[name]?.[row] ?? missing(file, "data_optics", labels[name]);
  return Array.from({ length: rows.rowCount }, (_, row) =>
    opticsGroup({
      ...(micrograph && { micrographPixelSizeA: micrograph[row]! }),
      ...(box && { boxSizePx: box[row]! }),
      ...(tiltX && tiltY && { beamTiltMrad: [tiltX[row]!, tiltY[row]!] as const }),
      ...(rest.length > 0 && {
        other: Object.fromEntries(rest.map(([label, column]) => [label, column[row]!])),
      }),
      ...given,
      name: names?.[row] ?? `opticsGroup${row + 1}`,
      voltageKV: valueOf("voltageKV", row),
      csMm: valueOf("csMm", row),
      amplitudeContrast: valueOf("amplitudeContrast", row),
      pixelSizeA: valueOf("pixelSizeA", row),
    }),
  );
}

/**
 * The groups of particles that carry their optics themselves, as before version 3.1: one for each different set of numbers. The
 * pixel size is the detector's over the magnification.
 *
 * @throws FormatError if the table does not say one of them
 */
export function opticsFromRows(
  file: string,
  block: string,
  {
    rowCount,
    take,
    given,
  }: { readonly rowCount: number; readonly take: ColumnTaker; readonly given?: GivenOptics },
): GroupedOptics {
  const [tiltX, tiltY] = take.together("rlnBeamTiltX", "rlnBeamTiltY") ?? [];
  return groupOptics(
    {
      voltageKV: take.numbers("rlnVoltage"),
      csMm: take.numbers("rlnSphericalAberration"),
      amplitudeContrast: take.numbers("rlnAmplitudeContrast"),
      pixelSizeA: pixelSizes(take),
      beamTilt: tiltX && tiltY && [tiltX, tiltY],
    },
    { rowCount, given, missing: (quantity) => missing(file, `data_${block}`, labels[quantity]) },
  );
}

function pixelSizes(take: ColumnTaker): Float64Array | undefined {
  const size = take.numbers("rlnImagePixelSize") ?? take.numbers("rlnPixelSize");
  if (size !== undefined) return size;
  const both = take.together("rlnDetectorPixelSize", "rlnMagnification");
  return both?.[0]!.map((micrometres, row) => (micrometres * micrometreA) / both[1]![row]!);
}

/** The `data_optics` table of groups. What only some of the groups know is left out. */
export function opticsToTable(optics: readonly OpticsGroup[]): Table {
  const known = (get: (group: OpticsGroup) => number | undefined): Float64Array | undefined => {
    const values = optics.map(get);
    return values.includes(undefined) ? undefined : Float64Array.from(values as number[]);
  };
  const columns: Record<string, Column | undefined> = {
    rlnOpticsGroupName: optics.map(({ name }) => name),
    rlnOpticsGroup: Float64Array.from(optics, (_, i) => i + 1),
    rlnMicrographOriginalPixelSize: known(({ micrographPixelSizeA }) => micrographPixelSizeA),
    rlnVoltage: known(({ voltageKV }) => voltageKV),
    rlnSphericalAberration: known(({ csMm }) => csMm),
    rlnAmplitudeContrast: known(({ amplitudeContrast }) => amplitudeContrast),
    rlnImagePixelSize: known(({ pixelSizeA }) => pixelSizeA),
    rlnImageSize: known(({ boxSizePx }) => boxSizePx),
    rlnImageDimensionality: Float64Array.from(optics, () => 2),
    rlnBeamTiltX: known(({ beamTiltMrad }) => beamTiltMrad?.[0]),
    rlnBeamTiltY: known(({ beamTiltMrad }) => beamTiltMrad?.[1]),
    ...otherColumns(optics),
  };
  const present = Object.entries(columns).flatMap(([label, column]): [string, Column][] =>
    column === undefined ? [] : [[label, column]],
  );
  return table("optics", Object.fromEntries(present));
}

function otherColumns(optics: readonly OpticsGroup[]): Record<string, Column | undefined> {
  const labels = Object.keys(optics[0]?.other ?? {}).filter((label) => label.startsWith("rln"));
  return Object.fromEntries(
    labels.map((label) => {
      const values = optics.map(({ other }) => other?.[label]);
      if (values.includes(undefined)) return [label, undefined];
      const numbers = values.every((value) => typeof value === "number");
      return [label, numbers ? Float64Array.from(values as number[]) : values.map(String)];
    }),
  );
}

function missing(file: string, field: string, label: string): never {
  throw new FormatError({
    file,
    field,
    got: `no column ${label}`,
    wanted: "voltage, Cs, amplitude contrast and pixel size of the particles",
    hint: "say it: { optics: { pixelSizeA: 1.06 } }",
  });
}
