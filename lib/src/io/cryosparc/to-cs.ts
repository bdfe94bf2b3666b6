import { degToRad, ValueError } from "../../core/index.js";
import { cryosparcFromRotation, rotationFromEuler } from "../../math/index.js";
import { opticsOf } from "../../model/index.js";
import type { Column, FileReferences, OpticsGroup, ParticleAngles, Particles } from "../../model/index.js";
import type { RecordField } from "./encode-records.js";
import { beamTiltLengthA } from "./optics.js";
import { fieldsOfOther } from "./other-fields.js";
import { particleUids } from "./particle-uids.js";

/** What {@link particlesToCs} is told. */
export interface ToCsOptions {
  /** Sides of the micrographs, rows first: cryoSPARC counts places in shares of them. Default: what the particles were read with. */
  readonly micrographShapePx?: readonly [ny: number, nx: number];
}

type MaybeField = RecordField | undefined;

/**
 * Particles as the fields of cryoSPARC's records: poses as rotation vectors, or where no particle is tilted as the angle in the
 * plane; shifts in pixels of the image; radians; classes and halves from 0; places as shares of the micrograph, y upwards.
 *
 * @throws ValueError if places are known but not the sides of the micrographs
 */
export function particlesToCs(all: Particles, options: ToCsOptions = {}): RecordField[] {
  const { count, micrographs, other } = all;
  const known = [
    field("uid", "u8", other?.columns["uid"] ?? particleUids(count)),
    ...imageFields(all),
    ...opticsFields(all),
    ...defocusFields(all),
    field("location/micrograph_path", "S", micrographs && fileNames(micrographs)),
    ...placeFields(all, options),
    ...alignmentFields(all),
  ].filter((made) => made !== undefined);
  return [...known, ...fieldsOfOther(other, new Set(known.map(({ name }) => name)))];
}

/** A field, where all of its columns are known. */
function field(name: string, type: RecordField["type"], ...columns: (Column | undefined)[]): MaybeField {
  return columns.includes(undefined) ? undefined : { name, type, columns: columns as Column[] };
}

function imageFields({ images }: Particles): MaybeField[] {
  return [
    field("blob/path", "S", images && fileNames(images)),
    field("blob/idx", "u4", images && Float64Array.from(images.index)),
  ];
}

function opticsFields(all: Particles): MaybeField[] {
  const each = (get: (group: OpticsGroup) => number | undefined): Float64Array | undefined => {
    const ofGroups = all.optics.map(get);
    if (ofGroups.includes(undefined)) return undefined;
    return Float64Array.from(all.group, (group) => ofGroups[group]!);
  };
  const box = each(({ boxSizePx }) => boxSizePx);
  const tilt = (axis: 0 | 1): Float64Array | undefined =>
    each(({ beamTiltMrad, csMm }) => beamTiltMrad && beamTiltLengthA(beamTiltMrad[axis], csMm));
  return [
    field("blob/shape", "u4", box, box),
    field(
      "blob/psize_A",
      "f4",
      each(({ pixelSizeA }) => pixelSizeA),
    ),
    field(
      "location/micrograph_psize_A",
      "f4",
      each(({ micrographPixelSizeA }) => micrographPixelSizeA),
    ),
    field("ctf/exp_group_id", "u4", Float64Array.from(all.group)),
    field(
      "ctf/accel_kv",
      "f4",
      each(({ voltageKV }) => voltageKV),
    ),
    field(
      "ctf/cs_mm",
      "f4",
      each(({ csMm }) => csMm),
    ),
    field(
      "ctf/amp_contrast",
      "f4",
      each(({ amplitudeContrast }) => amplitudeContrast),
    ),
    field("ctf/tilt_A", "f4", tilt(0), tilt(1)),
  ];
}

function defocusFields({ count, defocus }: Particles): MaybeField[] {
  if (defocus === undefined) return [];
  const phaseShiftDeg = defocus.phaseShiftDeg ?? new Float64Array(count);
  return [
    field("ctf/df1_A", "f4", defocus.defocusUA),
    field("ctf/df2_A", "f4", defocus.defocusVA),
    field("ctf/df_angle_rad", "f4", defocus.defocusAngleDeg.map(degToRad)),
    field("ctf/phase_shift_rad", "f4", phaseShiftDeg.map(degToRad)),
    field("ctf/bfactor", "f4", defocus.bFactorA2),
  ];
}

function placeFields(all: Particles, { micrographShapePx }: ToCsOptions): MaybeField[] {
  const { count, coordinatesPx, other } = all;
  if (coordinatesPx === undefined) return [];
  const label = "location/micrograph_shape";
  const [height, width] = [0, 1].map((side) =>
    micrographShapePx
      ? new Float64Array(count).fill(micrographShapePx[side]!)
      : other?.columns[`${label}[${side}]`],
  );
  if (!(height instanceof Float64Array) || !(width instanceof Float64Array)) {
    throw new ValueError("micrographShapePx", {
      got: "none",
      wanted: "[ny, nx] of the micrographs",
      hint: "cryoSPARC counts places in shares of a micrograph's sides",
    });
  }
  const { x, y } = coordinatesPx;
  return [
    field(label, "u4", height, width),
    field(
      "location/center_x_frac",
      "f4",
      x.map((pixels, row) => pixels / width[row]!),
    ),
    field(
      "location/center_y_frac",
      "f4",
      y.map((pixels, row) => 1 - pixels / height[row]!),
    ),
  ];
}

function alignmentFields(all: Particles): MaybeField[] {
  const { count, angles, shiftA, classNumber, halfSet } = all;
  if (!angles && !shiftA && !classNumber && !halfSet) return [];
  const inPlane = angles !== undefined && isInPlane(angles);
  const kind = inPlane ? "alignments2D" : "alignments3D";
  const pixelSizeA = Float64Array.from({ length: count }, (_, row) => opticsOf(all, row).pixelSizeA);
  const pixels = (column: Float64Array = new Float64Array(count)): Float64Array =>
    column.map((length, row) => length / pixelSizeA[row]!);
  const fromZero = (column: Int32Array | undefined): Float64Array | undefined =>
    column && Float64Array.from(column, (value) => value - 1);
  return [
    angles && field(`${kind}/pose`, "f4", ...(inPlane ? [angles.psiDeg.map(degToRad)] : poseVectors(angles))),
    field(`${kind}/shift`, "f4", pixels(shiftA?.x), pixels(shiftA?.y)),
    field(`${kind}/psize_A`, "f4", pixelSizeA),
    field(`${kind}/class`, "u4", fromZero(classNumber)),
    field(`${kind}/split`, "u4", fromZero(halfSet)),
  ];
}

function isInPlane({ rotDeg, tiltDeg }: ParticleAngles): boolean {
  return [rotDeg, tiltDeg].every((column) => column.every((deg) => deg === 0));
}

/** Rotation vectors, one column for each of their three numbers. */
function poseVectors({ rotDeg, tiltDeg, psiDeg }: ParticleAngles): Float64Array[] {
  const out = [0, 1, 2].map(() => new Float64Array(rotDeg.length));
  for (let row = 0; row < rotDeg.length; row++) {
    const rotation = rotationFromEuler({
      rotDeg: rotDeg[row]!,
      tiltDeg: tiltDeg[row]!,
      psiDeg: psiDeg[row]!,
    });
    const vector = cryosparcFromRotation(rotation);
    for (const [axis, column] of out.entries()) column[row] = vector[axis]!;
  }
  return out;
}

function fileNames({ files, file }: FileReferences): string[] {
  return Array.from(file, (place) => files[place]!);
}
