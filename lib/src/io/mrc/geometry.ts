import { FormatError } from "../../core/index.js";
import type { MrcHeader, Triple } from "./header.js";
import { wordAt } from "./header.js";

/** Smallest and largest spacing that is believed, in Å: below lies damage, above no microscope's widest view. */
const believableA = [1e-3, 1e5] as const;

/** Å between grid points along x, y, z: CELLA / M; undefined where that is no usable length. */
export function gridSpacing({ cellA, sampling }: MrcHeader): (number | undefined)[] {
  return cellA.map((length, axis) => {
    // a float32 holds seven digits: 271.36 / 256 comes back as 1.06
    const size = Number((length / sampling[axis]!).toPrecision(7));
    return sampling[axis]! > 0 && size >= believableA[0] && size <= believableA[1] ? size : undefined;
  });
}

/**
 * Å between grid points along x, y, z.
 *
 * @throws FormatError if the header does not say and the user did not either; a missing size is never taken as 1
 */
export function requireSpacing(
  header: MrcHeader,
  along: "x, y" | "x, y, z",
  given: number | undefined,
): Triple {
  if (given !== undefined) return [given, given, given];
  const [x, y, z] = gridSpacing(header);
  if (x !== undefined && y !== undefined && (z !== undefined || along === "x, y")) return [x, y, z ?? x];
  const badSampling = header.sampling.findIndex((intervals) => intervals < 1);
  const name = along === "x, y" ? "pixelSizeA" : "voxelSizeA";
  throw new FormatError({
    file: header.file,
    field: badSampling >= 0 ? ["MX", "MY", "MZ"][badSampling]! : "CELLA",
    offset: badSampling >= 0 ? wordAt.sampling + 4 * badSampling : wordAt.cell,
    got: badSampling >= 0 ? header.sampling[badSampling] : header.cellA,
    wanted: "a cell that gives a length above 0, in Å",
    hint: `the file does not say its sampling; pass { ${name} }`,
  });
}

/** File axis (0 columns, 1 rows, 2 sections) that runs along x, y, z. */
export function fileAxisAlong({ axes }: MrcHeader): Triple {
  return [axes.indexOf(1), axes.indexOf(2), axes.indexOf(3)];
}

/**
 * Where voxel (0, 0, 0) lies, x, y, z in Å. Two rules are in use: the ORIGIN words where one is not 0, else the START
 * words, which count grid intervals and follow the file's axes.
 */
export function originOf(header: MrcHeader, spacing: Triple): Triple {
  const { originA, start } = header;
  if (originA.every(Number.isFinite) && originA.some((at) => at !== 0)) return originA;
  const along = fileAxisAlong(header);
  return [start[along[0]]! * spacing[0], start[along[1]]! * spacing[1], start[along[2]]! * spacing[2]];
}

/** `[z, y, x]` sizes of the map, whatever order the file stores it in. */
export function mapShape(header: MrcHeader): [nz: number, ny: number, nx: number] {
  const sizes = [header.columns, header.rows, header.sections];
  const [x, y, z] = fileAxisAlong(header);
  return [sizes[z]!, sizes[y]!, sizes[x]!];
}
