import { radToDeg } from "../../core/index.js";
import { eulerFromRotation, rotationFromCryosparc } from "../../math/index.js";
import { particles } from "../../model/index.js";
import type { ParticleColumns, Particles, Table } from "../../model/index.js";
import { fileReferences, integers, knownColumns, pair, takeColumns } from "../relion/columns.js";
import type { ColumnTaker } from "../relion/columns.js";
import type { GivenOptics, GroupedOptics } from "../relion/index.js";
import { opticsFromCs } from "./optics.js";

/**
 * The particles of a data set of cryoSPARC. Poses become Euler angles; shifts, in pixels of the alignment's box, become Å and what
 * brings the particle to the centre; angles in radians become degrees; classes count from 1; a fraction of the micrograph becomes
 * a place in pixels. What is not said in the library's terms stays in `other`, under cryoSPARC's names.
 *
 * @throws FormatError if neither it nor the caller says the pixel size or the optics of its images
 */
export function particlesFromCs(file: string, rows: Table, given?: GivenOptics): Particles {
  const take = takeColumns(rows);
  const kind = ["alignments3D", "alignments2D"].find((name) => `${name}/shift[0]` in rows.columns);
  const { optics, group } = opticsFromCs(file, { rowCount: rows.rowCount, take, ...(given && { given }) });
  const micrographs = take.words("location/micrograph_path");
  const columns = {
    group,
    images: images(take),
    micrographs: micrographs && fileReferences(micrographs.map(withoutMark)),
    coordinatesPx: coordinates(rows, take),
    ...(kind !== undefined && {
      angles: angles(kind, take, rows.rowCount),
      shiftA: shifts(kind, take, { optics, group }),
      classNumber: fromOne(take.numbers(`${kind}/class`)),
      halfSet: fromOne(take.numbers(`${kind}/split`)),
    }),
    defocus: defocus(take),
  };
  return particles(optics, knownColumns(columns, take), { name: file, format: "cryosparc", warnings: [] });
}

function images(take: ColumnTaker): ParticleColumns["images"] {
  const paths = take.words("blob/path");
  const index = integers(take.numbers("blob/idx"));
  return paths && index && { ...fileReferences(paths.map(withoutMark)), index };
}

/** Paths that were linked in from another project begin with a mark. */
function withoutMark(path: string): string {
  return path.replace(/^>/, "");
}

/**
 * Fractions of the micrograph's sides, as places in pixels. y runs upwards, from the last stored row: on importing coordinates of
 * RELION cryoSPARC turns them, and who exports them for the same micrographs turns them back (pyem, `cryosparc2.py`).
 */
function coordinates(rows: Table, take: ColumnTaker): ParticleColumns["coordinatesPx"] {
  // the shape stays among what the file tells beyond, for who writes the fractions again
  const [height, width] = [0, 1].map((side) => rows.columns[`location/micrograph_shape[${side}]`]);
  if (!(height instanceof Float64Array) || !(width instanceof Float64Array)) return undefined;
  const shares = pair(take, "location/center_x_frac", "location/center_y_frac");
  return (
    shares && {
      x: shares.x.map((share, row) => share * width[row]!),
      y: shares.y.map((share, row) => (1 - share) * height[row]!),
    }
  );
}

/** Poses: rotation vectors in 3D, an angle in the plane in 2D. */
function angles(kind: string, take: ColumnTaker, count: number): ParticleColumns["angles"] {
  const columns = {
    rotDeg: new Float64Array(count),
    tiltDeg: new Float64Array(count),
    psiDeg: new Float64Array(count),
  };
  const plane = take.numbers(`${kind}/pose`);
  if (plane !== undefined) return { ...columns, psiDeg: plane.map(radToDeg) };
  const vectors = take.together(...[0, 1, 2].map((axis) => `${kind}/pose[${axis}]`));
  if (vectors === undefined) return undefined;
  const [x, y, z] = vectors as [Float64Array, Float64Array, Float64Array];
  for (let row = 0; row < count; row++) {
    const { rotDeg, tiltDeg, psiDeg } = eulerFromRotation(rotationFromCryosparc([x[row]!, y[row]!, z[row]!]));
    columns.rotDeg[row] = rotDeg;
    columns.tiltDeg[row] = tiltDeg;
    columns.psiDeg[row] = psiDeg;
  }
  return columns;
}

function shifts(
  kind: string,
  take: ColumnTaker,
  { optics, group }: GroupedOptics,
): ParticleColumns["shiftA"] {
  const inPx = pair(take, `${kind}/shift[0]`, `${kind}/shift[1]`);
  const size = take.numbers(`${kind}/psize_A`);
  const scaled = (column: Float64Array): Float64Array =>
    column.map((pixels, row) => pixels * (size?.[row] ?? optics[group[row]!]!.pixelSizeA));
  return inPx && { x: scaled(inPx.x), y: scaled(inPx.y) };
}

function defocus(take: ColumnTaker): ParticleColumns["defocus"] {
  const lens = take.together("ctf/df1_A", "ctf/df2_A", "ctf/df_angle_rad");
  if (lens === undefined) return undefined;
  const [defocusUA, defocusVA, angle] = lens as [Float64Array, Float64Array, Float64Array];
  const phase = take.numbers("ctf/phase_shift_rad");
  const bFactorA2 = take.numbers("ctf/bfactor");
  return {
    defocusUA,
    defocusVA,
    defocusAngleDeg: angle.map(radToDeg),
    ...(phase && { phaseShiftDeg: phase.map(radToDeg) }),
    ...(bFactorA2 && { bFactorA2 }),
  };
}

function fromOne(column: Float64Array | undefined): Int32Array | undefined {
  return column && Int32Array.from(column, (value) => value + 1);
}
