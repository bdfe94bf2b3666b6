import { FormatError } from "../../core/index.js";
import { particles } from "../../model/index.js";
import type { ParticleColumns, Particles, Table } from "../../model/index.js";
import {
  fileReferences,
  imageReferences,
  integers,
  knownColumns,
  pair,
  takeColumns,
} from "../relion/columns.js";
import type { ColumnTaker } from "../relion/columns.js";
import { groupOptics } from "../relion/index.js";
import type { GivenOptics, GroupedOptics, NeededOptics } from "../relion/index.js";
import type { StarFile } from "../star/index.js";
import { alignmentOf } from "./alignment.js";

/** What Xmipp calls the quantities that have to be known. */
const labels: Readonly<Record<NeededOptics, string>> = {
  voltageKV: "ctfVoltage",
  csMm: "ctfSphericalAberration",
  amplitudeContrast: "ctfQ0",
  pixelSizeA: "samplingRate",
};

/** Whether a table lists particles as Xmipp does. */
export function isXmippTable({ columns }: Table): boolean {
  return "image" in columns && !("rlnImageName" in columns);
}

/**
 * The particles of a metadata file of Xmipp: of its first table that lists images, or of the block that is named. Alignments with
 * a projection are kept as RELION has them; those in the plane, which Xmipp states as the turn and then the shift of the image,
 * become the pose of the particle in it; mirrored images become views from behind.
 *
 * @throws FormatError if it lists no images, or neither it nor the caller says their optics
 */
export function particlesFromXmd(star: StarFile, given?: GivenOptics, block?: string): Particles {
  const rows = star.blocks
    .map(({ table: each }) => each)
    .find((each) => isXmippTable(each) && (block === undefined || each.name === block));
  if (rows === undefined) {
    throw new FormatError({
      file: star.name,
      field: `data_${block ?? "noname"}`,
      got: `blocks ${star.blocks.map(({ table: each }) => `data_${each.name}`).join(", ")}`,
      wanted: "a table with a column of images",
      hint: "readStar reads any table",
    });
  }
  const take = takeColumns(rows);
  const { optics, group } = opticsOfRows(star.name, rows, take, given);
  const images = take.words("image");
  const micrographs = take.words("micrograph");
  const columns = {
    group,
    images: images && imageReferences(images),
    micrographs: micrographs && fileReferences(micrographs),
    coordinatesPx: pair(take, "xcoor", "ycoor"),
    ...alignmentOf(take, { optics, group }),
    defocus: defocus(take),
    classNumber: integers(take.numbers("ref")),
  };
  return particles(optics, knownColumns(columns, take), { name: star.name, format: "xmipp", warnings: [] });
}

function opticsOfRows(
  file: string,
  { rowCount, name }: Table,
  take: ColumnTaker,
  given?: GivenOptics,
): GroupedOptics {
  return groupOptics(
    {
      voltageKV: take.numbers(labels.voltageKV),
      csMm: take.numbers(labels.csMm),
      amplitudeContrast: take.numbers(labels.amplitudeContrast),
      pixelSizeA: take.numbers(labels.pixelSizeA) ?? take.numbers("ctfSamplingRate"),
    },
    {
      rowCount,
      given,
      missing: (quantity) => {
        throw new FormatError({
          file,
          field: `data_${name}`,
          got: `no column ${labels[quantity]}`,
          wanted: "voltage, Cs, amplitude contrast and pixel size of the particles",
          hint: `Xmipp may keep it in another file; say it: { optics: { ${quantity}: ... } }`,
        });
      },
    },
  );
}

/** Defocus as Xmipp 3 writes it: positive below focus, as RELION has it, with the phase shift in degrees. */
function defocus(take: ColumnTaker): ParticleColumns["defocus"] {
  const lens = take.together("ctfDefocusU", "ctfDefocusV", "ctfDefocusAngle");
  if (lens === undefined) return undefined;
  const [defocusUA, defocusVA, defocusAngleDeg] = lens as [Float64Array, Float64Array, Float64Array];
  const phaseShiftDeg = take.numbers("ctfVPPphaseshift");
  return { defocusUA, defocusVA, defocusAngleDeg, ...(phaseShiftDeg && { phaseShiftDeg }) };
}
