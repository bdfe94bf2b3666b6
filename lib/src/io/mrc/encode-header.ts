import { ValueError } from "../../core/index.js";
import type { Statistics } from "../../array/index.js";
import type { Image, ImageStack, Volume } from "../../model/index.js";
import type { MrcHeader, Triple } from "./header.js";
import { headerBytes, wordAt } from "./header.js";

/** An extended header to write: its kind (EXTTYP, at most four letters) and its bytes. */
export interface ExtendedHeader {
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Layout {
  /** Columns, rows, sections. */
  readonly size: Triple;
  readonly sampling: Triple;
  /** Å along x, y, z. */
  readonly spacing: Triple;
  readonly originA: Triple;
  readonly spaceGroup: 0 | 1;
  readonly label: string;
}

/** Year of the standard and its revision: the one that has mode 12. */
const version = 20141;

/**
 * The 1024 bytes of an MRC2014 header, little-endian. Images get ISPG 0 and MZ 1, volumes ISPG 1 and MZ = NZ; the place
 * of the first voxel goes to the ORIGIN words. No date is written, so that the same data give the same file.
 */
export function encodeHeader(
  noun: Image | ImageStack | Volume,
  mode: number,
  { type, bytes }: ExtendedHeader,
  moments: Statistics,
): Uint8Array {
  if (!/^[\x20-\x7e]{0,4}$/.test(type)) {
    throw new ValueError("extendedHeader: type", {
      got: type,
      wanted: "at most four ASCII letters, as CCP4 or FEI1",
    });
  }
  const { size, sampling, spacing, originA, spaceGroup, label } = layoutOf(noun);
  const out = new Uint8Array(headerBytes);
  const view = new DataView(out.buffer);
  const ints = (at: number, values: readonly number[]) =>
    values.forEach((value, i) => view.setInt32(at + 4 * i, value, true));
  const floats = (at: number, values: readonly number[]) =>
    values.forEach((value, i) => view.setFloat32(at + 4 * i, value, true));
  const text = (at: number, value: string) => out.set(new TextEncoder().encode(value), at);
  ints(wordAt.size, [...size, mode]);
  ints(wordAt.sampling, sampling);
  floats(
    wordAt.cell,
    spacing.map((step, axis) => step * sampling[axis]!),
  );
  floats(wordAt.angles, [90, 90, 90]);
  ints(wordAt.axes, [1, 2, 3]);
  const { min, max, mean, rms } = writtenStatistics(moments);
  floats(wordAt.statistics, [min, max, mean]);
  floats(wordAt.rms, [rms]);
  ints(wordAt.spaceGroup, [spaceGroup, bytes.length]);
  text(wordAt.extendedType, type.padEnd(4, bytes.length > 0 ? " " : "\0"));
  ints(wordAt.version, [version]);
  floats(wordAt.origin, originA);
  text(wordAt.map, "MAP ");
  out.set([0x44, 0x44], wordAt.machineStamp);
  ints(wordAt.labelCount, [1]);
  text(wordAt.labels, label.padEnd(80));
  return out;
}

function layoutOf(noun: Image | ImageStack | Volume): Layout {
  if (noun.kind === "volume") {
    const [nz, ny, nx] = noun.shape;
    const [z, y, x] = noun.voxelSizesA ?? [noun.voxelSizeA, noun.voxelSizeA, noun.voxelSizeA];
    return {
      size: [nx, ny, nz],
      sampling: [nx, ny, nz],
      spacing: [x, y, z],
      originA: noun.originA,
      spaceGroup: 1,
      label: "Vitrine: volume",
    };
  }
  const [n, ny, nx] = noun.kind === "image" ? [1, ...noun.shape] : noun.shape;
  const size = noun.pixelSizeA;
  return {
    size: [nx, ny, n],
    sampling: [nx, ny, 1],
    spacing: [size, size, size],
    originA: [0, 0, 0],
    spaceGroup: 0,
    label: noun.kind === "image" ? "Vitrine: image" : "Vitrine: image stack",
  };
}

/** Statistics for the header; where no value is finite, the standard's way to say that they are not known. */
function writtenStatistics({ count, min, max, mean, sd }: Statistics): MrcHeader["statistics"] {
  return count > 0 ? { min, max, mean, rms: sd } : { min: 0, max: -1, mean: -2, rms: -1 };
}
