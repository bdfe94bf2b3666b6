import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { blobVolume, rotationFromQuaternion } from "vitrine";
import type { Rotation } from "vitrine";
import type { Pose, Volume } from "vitrine/model";

/** The text of a file, unpacked where it is packed. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
}

/** Rows of a STAR file's particle table: the numbers of the columns asked for, whatever their unit; 0 where there is none. */
export function starColumns(star: string, columns: readonly string[]): number[][] {
  const table = star.split("data_particles")[1]!.split("\n");
  const labels = table.filter((line) => line.startsWith("_rln")).map((line) => line.split(/\s+/)[0]!);
  const places = columns.map((name) =>
    labels.findIndex((label) => label.replace("Angst", "") === `_rln${name}`),
  );
  return table
    .filter((line) => line.includes("@"))
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => places.map((place) => (place < 0 ? 0 : Number(cells[place]))));
}

/** The matrices of a numpy file of float32 `[n, 3, 3]`. */
export function matricesOf(npy: Buffer): Rotation[] {
  const start = 10 + npy.readUInt16LE(8);
  const count = (npy.length - start) / 36;
  return Array.from(
    { length: count },
    (_, i) =>
      Array.from({ length: 9 }, (_value, j) =>
        npy.readFloatLE(start + 4 * (9 * i + j)),
      ) as unknown as Rotation,
  );
}

/** Mean 0 and standard deviation 1. */
export function normalised(data: Float32Array): Float32Array {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const sd = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
  return data.map((value) => (value - mean) / sd);
}

/** Normalised cross-correlation. */
export function correlationOf(a: Float32Array, b: Float32Array): number {
  const [x, y] = [normalised(a), normalised(b)];
  return x.reduce((sum, value, i) => sum + value * y[i]!, 0) / x.length;
}

const massOf: Readonly<Record<string, number>> = { C: 12.011, N: 14.007, O: 15.999, P: 30.97, S: 32.06 };

/** Density of the atoms of a PDB file, each a Gaussian with the mass of its element, with their centre of mass at the origin. */
export function mapOfAtoms(
  pdb: string,
  options: { readonly boxSizePx: number; readonly voxelSizeA: number; readonly sigmaA: number },
): Volume {
  const { boxSizePx, voxelSizeA, sigmaA } = options;
  const atoms = pdb.split("\n").filter((line) => line.startsWith("ATOM") && " A".includes(line[16]!));
  const weights = Float64Array.from(atoms, (line) => massOf[line.slice(12, 14).trim()] ?? 12);
  const at = atoms.map((line) => [30, 38, 46].map((from) => Number(line.slice(from, from + 8))));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = [0, 1, 2].map((axis) => at.reduce((sum, p, i) => sum + weights[i]! * p[axis]!, 0) / mass);
  return blobVolume({
    kind: "blob-phantom",
    boxSizePx,
    voxelSizeA,
    seed: 0,
    count: atoms.length,
    centresPx: Float64Array.from(
      at.flatMap((p) => p.map((value, axis) => (value - centre[axis]!) / voxelSizeA)),
    ),
    sigmasPx: new Float64Array(atoms.length).fill(sigmaA / voxelSizeA),
    weights,
  });
}

/** Poses of IMP's registrations: quaternions, and the place of the particle as row and column of its images. */
export function registeredPoses(parameters: string): Pose[] {
  return parameters
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("|").map(Number))
    .map(([, , , , , w, x, y, z, row, column]) => ({
      rotation: rotationFromQuaternion([w!, x!, y!, z!]),
      shiftPx: { x: -row!, y: -column! },
    }));
}

/** A SPIDER image with rows and columns in each other's place, as IMP has them. */
export function transposedSpider(bytes: Buffer): Float32Array {
  const [rows, columns, start] = [1, 11, 21].map((word) => bytes.readFloatLE(4 * word)) as [
    number,
    number,
    number,
  ];
  return Float32Array.from({ length: rows * columns }, (_, i) =>
    bytes.readFloatLE(start + 4 * ((i % rows) * columns + Math.floor(i / rows))),
  );
}
