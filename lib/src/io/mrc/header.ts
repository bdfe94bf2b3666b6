/** Number of bytes of the main header. */
export const headerBytes = 1024;

/** Three numbers in the order x, y, z of the cell, or of columns, rows, sections where it says so. */
export type Triple = readonly [number, number, number];

/** The words of an MRC2014/CCP4 header by name, with what the reader had to accept. Cheng et al. 2015, J. Struct. Biol. 192:146. */
export interface MrcHeader {
  readonly kind: "mrc-header";
  /** File name, as given. */
  readonly file: string;
  readonly byteOrder: "little-endian" | "big-endian";
  /** NX, NY, NZ: values in a row, rows in a section, sections. */
  readonly columns: number;
  readonly rows: number;
  readonly sections: number;
  readonly mode: 0 | 1 | 2 | 4 | 6 | 12 | 101;
  /** How mode 0 is to be read. */
  readonly bytes: "signed" | "unsigned";
  /** NXSTART, NYSTART, NZSTART, in the order columns, rows, sections. */
  readonly start: Triple;
  /** MX, MY, MZ: grid intervals of the cell along x, y, z. */
  readonly sampling: Triple;
  /** CELLA: lengths of the cell along x, y, z in Å. */
  readonly cellA: Triple;
  /** CELLB: angles alpha, beta, gamma of the cell in degrees. */
  readonly cellAnglesDeg: Triple;
  /** MAPC, MAPR, MAPS: which of x (1), y (2), z (3) columns, rows and sections run along. */
  readonly axes: Triple;
  /** DMIN, DMAX, DMEAN, RMS as written; not to be trusted. */
  readonly statistics: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly rms: number;
  };
  /** ISPG: 0 image stack, 1 volume, 2 to 230 crystal, 401 and more stack of volumes. */
  readonly spaceGroup: number;
  /** NSYMBT: bytes of the extended header. */
  readonly extendedBytes: number;
  /** EXTTYP: kind of the extended header, e.g. `"FEI1"`; empty if not said. */
  readonly extendedType: string;
  /** NVERSION. */
  readonly version: number;
  /** ORIGIN words, x, y, z, in Å. */
  readonly originA: Triple;
  /** MACHST, four bytes. */
  readonly machineStamp: readonly number[];
  /** Text labels, with control and direction-changing characters escaped; still to be escaped for HTML. */
  readonly labels: readonly string[];
  /** Real size of the file. */
  readonly fileBytes: number;
  /** Where the values begin. */
  readonly dataOffset: number;
  /** What was odd and accepted. */
  readonly warnings: readonly string[];
}

/** Byte offsets of the words that readers and the writer share. */
export const wordAt = {
  size: 0,
  mode: 12,
  start: 16,
  sampling: 28,
  cell: 40,
  angles: 52,
  axes: 64,
  statistics: 76,
  spaceGroup: 88,
  extendedBytes: 92,
  extendedType: 104,
  version: 108,
  imodStamp: 152,
  imodFlags: 156,
  origin: 196,
  map: 208,
  machineStamp: 212,
  rms: 216,
  labelCount: 220,
  labels: 224,
} as const;

export const labelBytes = 80;
export const maxLabels = 10;
