import { FormatError } from "../../core/index.js";
import { particles } from "../../model/index.js";
import type { ParticleColumns, Particles, Table } from "../../model/index.js";
import { starTable } from "../star/index.js";
import type { StarFile } from "../star/index.js";
import { fileReferences, imageReferences, integers, knownColumns, pair, takeColumns } from "./columns.js";
import type { ColumnTaker } from "./columns.js";
import { opticsFromRows, opticsFromTable } from "./optics.js";
import type { GivenOptics, GroupedOptics } from "./group-optics.js";

/** Blocks in which RELION keeps particles: since 3.1, before, and what other programs call them. */
const particleBlocks = ["particles", "images", "", "model_class_1"];

/**
 * The particles of a STAR file as RELION writes it: with a table of optics groups since version 3.1, with the optics in every row
 * before. Origins in pixels, as before 3.1, become Å.
 *
 * @throws FormatError if it lists no particles, or neither it nor the caller says their optics
 */
export function particlesFromStar(star: StarFile, given?: GivenOptics): Particles {
  const rows = particleTable(star);
  const take = takeColumns(rows);
  const { optics, group } = groups(star, rows, take, given);
  const [images, micrographs] = [take.words("rlnImageName"), take.words("rlnMicrographName")];
  const columns = {
    group,
    images: images && imageReferences(images),
    micrographs: micrographs && fileReferences(micrographs),
    coordinatesPx: pair(take, "rlnCoordinateX", "rlnCoordinateY"),
    angles: angles(take, rows.rowCount),
    shiftA: shifts(take, { optics, group }),
    defocus: defocus(take),
    classNumber: integers(take.numbers("rlnClassNumber")),
    halfSet: integers(take.numbers("rlnRandomSubset")),
  };
  return particles(optics, knownColumns(columns, take), { name: star.name, format: "relion", warnings: [] });
}

function particleTable(star: StarFile): Table {
  const found = particleBlocks
    .flatMap((name) => star.blocks.filter(({ table: rows }) => rows.name === name))
    .find(({ form }) => form === "loop");
  if (found !== undefined) return found.table;
  throw new FormatError({
    file: star.name,
    field: "data_particles",
    got: `blocks ${star.blocks.map(({ table: rows }) => `data_${rows.name}`).join(", ")}`,
    wanted: "a table of particles",
    hint: "readStar reads any table",
  });
}

function groups(star: StarFile, rows: Table, take: ColumnTaker, given?: GivenOptics): GroupedOptics {
  if (!star.blocks.some(({ table: other }) => other.name === "optics"))
    return opticsFromRows(star.name, rows.name, { rowCount: rows.rowCount, take, ...(given && { given }) });
  const table = starTable(star, "optics");
  const optics = opticsFromTable(star.name, table, given);
  const numbers = takeColumns(table).numbers("rlnOpticsGroup") ?? Float64Array.from(optics, (_, i) => i + 1);
  const places = new Map(Array.from(numbers, (number, place) => [number, place] as const));
  const of = take.numbers("rlnOpticsGroup") ?? new Float64Array(rows.rowCount).fill(1);
  const group = Int32Array.from(of, (number, row) => {
    const place = places.get(number);
    if (place !== undefined) return place;
    throw new FormatError({
      file: star.name,
      field: `data_${rows.name}, row ${row + 1}: rlnOpticsGroup`,
      got: number,
      wanted: `one of ${[...places.keys()].join(", ")}`,
    });
  });
  return { optics, group };
}

/** Angles that are not there are 0: a 2D alignment has psi alone. */
function angles(take: ColumnTaker, count: number): ParticleColumns["angles"] {
  const [rot, tilt, psi] = [
    take.numbers("rlnAngleRot"),
    take.numbers("rlnAngleTilt"),
    take.numbers("rlnAnglePsi"),
  ];
  if (rot === undefined && tilt === undefined && psi === undefined) return undefined;
  const none = (): Float64Array => new Float64Array(count);
  return { rotDeg: rot ?? none(), tiltDeg: tilt ?? none(), psiDeg: psi ?? none() };
}

function shifts(take: ColumnTaker, { optics, group }: GroupedOptics): ParticleColumns["shiftA"] {
  const inA = pair(take, "rlnOriginXAngst", "rlnOriginYAngst");
  if (inA !== undefined) return inA;
  const inPx = pair(take, "rlnOriginX", "rlnOriginY");
  const scaled = (column: Float64Array): Float64Array =>
    column.map((pixels, row) => pixels * optics[group[row]!]!.pixelSizeA);
  return inPx && { x: scaled(inPx.x), y: scaled(inPx.y) };
}

function defocus(take: ColumnTaker): ParticleColumns["defocus"] {
  const defocusUA = take.numbers("rlnDefocusU");
  if (defocusUA === undefined) return undefined;
  const phaseShiftDeg = take.numbers("rlnPhaseShift");
  const bFactorA2 = take.numbers("rlnCtfBfactor");
  return {
    defocusUA,
    defocusVA: take.numbers("rlnDefocusV") ?? defocusUA,
    defocusAngleDeg: take.numbers("rlnDefocusAngle") ?? new Float64Array(defocusUA.length),
    ...(phaseShiftDeg && { phaseShiftDeg }),
    ...(bFactorA2 && { bFactorA2 }),
  };
}
