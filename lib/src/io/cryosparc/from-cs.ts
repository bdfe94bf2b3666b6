import { FormatError, radToDeg } from "../../core/index.js";
import { eulerFromRotation, rotationFromCryosparc } from "../../math/index.js";
import { opticsGroup, particles, table } from "../../model/index.js";
import type { OpticsGroup, ParticleColumns, Particles, Table } from "../../model/index.js";
import { fileReferences, integers, pair, takeColumns } from "../relion/columns.js";
import type { ColumnTaker } from "../relion/columns.js";

/**
 * The particles of a data set of cryoSPARC. Poses become Euler angles; shifts, in pixels of the alignment's box, become Å and what
 * brings the particle to the centre; angles in radians become degrees; classes count from 1; a fraction of the micrograph becomes
 * a place in pixels. What is not said in the library's terms stays in `other`, under cryoSPARC's names.
 *
 * @throws FormatError if it does not say the pixel size or the optics of its images
 */
export function particlesFromCs(file: string, rows: Table): Particles {
  const take = takeColumns(rows);
  const kind = ["alignments3D", "alignments2D"].find((name) => `${name}/shift[0]` in rows.columns);
  const columns: { -readonly [K in keyof ParticleColumns]: ParticleColumns[K] } = {
    group: new Int32Array(0),
  };
  const set = <K extends keyof ParticleColumns>(name: K, value: ParticleColumns[K]): void => {
    if (value !== undefined) columns[name] = value;
  };
  const { optics, group } = grouped(file, rows, take);
  set("group", group);
  set("images", images(take));
  const micrographs = take.words("location/micrograph_path");
  set("micrographs", micrographs && fileReferences(micrographs.map(withoutMark)));
  set("coordinatesPx", coordinates(take));
  if (kind !== undefined) {
    set("angles", angles(kind, take, rows.rowCount));
    set("shiftA", shifts(kind, take, { optics, group }));
    set("classNumber", fromOne(take.numbers(`${kind}/class`)));
    set("halfSet", fromOne(take.numbers(`${kind}/split`)));
  }
  set("defocus", defocus(take));
  const rest = take.rest();
  if (Object.keys(rest).length > 0) set("other", table("particles", rest));
  return particles(optics, columns, { name: file, format: "cryosparc", warnings: [] });
}

/** One optics group for each exposure group that differs in what the library knows of optics. */
function grouped(file: string, rows: Table, take: ColumnTaker): { optics: OpticsGroup[]; group: Int32Array } {
  const needed = (label: string): Float64Array => take.numbers(label) ?? missing(file, label);
  const [voltage, cs, contrast] = [needed("ctf/accel_kv"), needed("ctf/cs_mm"), needed("ctf/amp_contrast")];
  const size = needed("blob/psize_A");
  const exposure = take.numbers("ctf/exp_group_id");
  const box = take.numbers("blob/shape[0]");
  take.numbers("blob/shape[1]");
  const places = new Map<string, number>();
  const optics: OpticsGroup[] = [];
  const group = Int32Array.from({ length: rows.rowCount }, (_, row) => {
    const key = [voltage, cs, contrast, size, exposure, box].map((column) => column?.[row]).join(" ");
    const place = places.get(key) ?? places.size;
    if (place === places.size) {
      places.set(key, place);
      optics.push(
        opticsGroup({
          name: `opticsGroup${place + 1}`,
          voltageKV: voltage[row]!,
          csMm: cs[row]!,
          amplitudeContrast: contrast[row]!,
          pixelSizeA: size[row]!,
          ...(box && { boxSizePx: box[row]! }),
        }),
      );
    }
    return place;
  });
  return { optics, group };
}

function images(take: ColumnTaker): ParticleColumns["images"] {
  const [paths, index] = [take.words("blob/path"), integers(take.numbers("blob/idx"))];
  return paths && index && { ...fileReferences(paths.map(withoutMark)), index };
}

/** Paths that were linked in from another project begin with a mark. */
function withoutMark(path: string): string {
  return path.replace(/^>/, "");
}

/** Fractions of the micrograph's sides, from its first row and column, as places in pixels. */
function coordinates(take: ColumnTaker): ParticleColumns["coordinatesPx"] {
  const [x, y] = [take.numbers("location/center_x_frac"), take.numbers("location/center_y_frac")];
  const [height, width] = [
    take.numbers("location/micrograph_shape[0]"),
    take.numbers("location/micrograph_shape[1]"),
  ];
  if (!x || !y || !height || !width) return undefined;
  return { x: x.map((share, row) => share * width[row]!), y: y.map((share, row) => share * height[row]!) };
}

/** Poses: rotation vectors in 3D, an angle in the plane in 2D. */
function angles(kind: string, take: ColumnTaker, count: number): ParticleColumns["angles"] {
  const columns = {
    rotDeg: new Float64Array(count),
    tiltDeg: new Float64Array(count),
    psiDeg: new Float64Array(count),
  };
  const [x, y, z] = [0, 1, 2].map((axis) => take.numbers(`${kind}/pose[${axis}]`));
  const plane = take.numbers(`${kind}/pose`);
  if (plane !== undefined) return { ...columns, psiDeg: plane.map(radToDeg) };
  if (!x || !y || !z) return undefined;
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
  { optics, group }: { readonly optics: readonly OpticsGroup[]; readonly group: Int32Array },
): ParticleColumns["shiftA"] {
  const inPx = pair(take.numbers(`${kind}/shift[0]`), take.numbers(`${kind}/shift[1]`));
  const size = take.numbers(`${kind}/psize_A`);
  const scaled = (column: Float64Array): Float64Array =>
    column.map((pixels, row) => pixels * (size?.[row] ?? optics[group[row]!]!.pixelSizeA));
  return inPx && { x: scaled(inPx.x), y: scaled(inPx.y) };
}

function defocus(take: ColumnTaker): ParticleColumns["defocus"] {
  const [u, v, angle] = ["ctf/df1_A", "ctf/df2_A", "ctf/df_angle_rad"].map((label) => take.numbers(label));
  if (!u || !v || !angle) return undefined;
  const phase = take.numbers("ctf/phase_shift_rad");
  const bFactorA2 = take.numbers("ctf/bfactor");
  return {
    defocusUA: u,
    defocusVA: v,
    defocusAngleDeg: angle.map(radToDeg),
    ...(phase && { phaseShiftDeg: phase.map(radToDeg) }),
    ...(bFactorA2 && { bFactorA2 }),
  };
}

function fromOne(column: Float64Array | undefined): Int32Array | undefined {
  return column && Int32Array.from(column, (value) => value + 1);
}

function missing(file: string, label: string): never {
  throw new FormatError({
    file,
    field: label,
    got: "no such field",
    wanted: "voltage, Cs, amplitude contrast and pixel size of the particles",
    hint: "cryoSPARC keeps what a job did not change in a passthrough file beside it",
  });
}
