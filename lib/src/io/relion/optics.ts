import { FormatError } from "../../core/index.js";
import { opticsGroup, table } from "../../model/index.js";
import type { Column, OpticsGroup, Table } from "../../model/index.js";
import { takeColumns } from "./columns.js";
import type { ColumnTaker } from "./columns.js";

/** Optics groups, and which of them each particle belongs to. */
export interface GroupedOptics {
  readonly optics: readonly OpticsGroup[];
  readonly group: Int32Array;
}

const micrometreA = 1e4;

/** The groups of a `data_optics` table. @throws FormatError if it does not say a voltage, Cs or pixel size */
export function opticsFromTable(file: string, rows: Table): OpticsGroup[] {
  const take = takeColumns(rows);
  const needed = (label: string, column: Float64Array | undefined): Float64Array =>
    column ?? missing(file, "data_optics", label);
  take.numbers("rlnOpticsGroup");
  const names = take.words("rlnOpticsGroupName");
  const voltage = needed("rlnVoltage", take.numbers("rlnVoltage"));
  const cs = needed("rlnSphericalAberration", take.numbers("rlnSphericalAberration"));
  const contrast = needed("rlnAmplitudeContrast", take.numbers("rlnAmplitudeContrast"));
  const micrograph = take.numbers("rlnMicrographOriginalPixelSize") ?? take.numbers("rlnMicrographPixelSize");
  const size = needed("rlnImagePixelSize", take.numbers("rlnImagePixelSize") ?? micrograph);
  const [box, tiltX, tiltY] = ["rlnImageSize", "rlnBeamTiltX", "rlnBeamTiltY"].map((label) =>
    take.numbers(label),
  );
  take.numbers("rlnImageDimensionality");
  const rest = Object.entries(take.rest());
  return Array.from({ length: rows.rowCount }, (_, row) =>
    opticsGroup({
      name: names?.[row] ?? `opticsGroup${row + 1}`,
      voltageKV: voltage[row]!,
      csMm: cs[row]!,
      amplitudeContrast: contrast[row]!,
      pixelSizeA: size[row]!,
      ...(micrograph && { micrographPixelSizeA: micrograph[row]! }),
      ...(box && { boxSizePx: box[row]! }),
      ...(tiltX && tiltY && { beamTiltMrad: [tiltX[row]!, tiltY[row]!] as const }),
      ...(rest.length > 0 && {
        other: Object.fromEntries(rest.map(([label, column]) => [label, column[row]!])),
      }),
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
  rowCount: number,
  take: ColumnTaker,
): GroupedOptics {
  const needed = (label: string): Float64Array =>
    take.numbers(label) ?? missing(file, `data_${block}`, label);
  const [voltage, cs, contrast] = [
    needed("rlnVoltage"),
    needed("rlnSphericalAberration"),
    needed("rlnAmplitudeContrast"),
  ];
  const size = pixelSizes(file, block, take);
  const [tiltX, tiltY] = [take.numbers("rlnBeamTiltX"), take.numbers("rlnBeamTiltY")];
  const groups = new Map<string, OpticsGroup>();
  const places = new Map<string, number>();
  const group = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const values = [voltage, cs, contrast, size, tiltX, tiltY].map((column) => column?.[row]);
    const key = values.join(" ");
    if (!groups.has(key)) {
      places.set(key, groups.size);
      groups.set(
        key,
        opticsGroup({
          name: `opticsGroup${groups.size + 1}`,
          voltageKV: voltage[row]!,
          csMm: cs[row]!,
          amplitudeContrast: contrast[row]!,
          pixelSizeA: size[row]!,
          ...(tiltX && tiltY && { beamTiltMrad: [tiltX[row]!, tiltY[row]!] as const }),
        }),
      );
    }
    group[row] = places.get(key)!;
  }
  return { optics: [...groups.values()], group };
}

function pixelSizes(file: string, block: string, take: ColumnTaker): Float64Array {
  const size = take.numbers("rlnImagePixelSize") ?? take.numbers("rlnPixelSize");
  if (size !== undefined) return size;
  const detector =
    take.numbers("rlnDetectorPixelSize") ?? missing(file, `data_${block}`, "rlnDetectorPixelSize");
  const magnification =
    take.numbers("rlnMagnification") ?? missing(file, `data_${block}`, "rlnMagnification");
  return detector.map((micrometres, row) => (micrometres * micrometreA) / magnification[row]!);
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
  });
}
