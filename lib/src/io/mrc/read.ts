import type { TaskOptions } from "../../core/index.js";
import { requireInteger, startTask } from "../../core/index.js";
import type { Source, SourceInput } from "../source.js";
import { allocated, readExactly } from "../source.js";
import { decodeRows, placeOfRows } from "./decode.js";
import { dataBytes } from "./file-size.js";
import type { MrcHeader } from "./header.js";
import { headerBytes } from "./header.js";
import type { MrcData } from "./modes.js";
import { mrcArray, mrcMode, rowBytes } from "./modes.js";
import type { MrcOpenOptions } from "./open-mrc.js";
import { withMrc } from "./open-mrc.js";

/** An MRC file as it is stored: values in their own type and the file's own order of axes. */
export interface MrcFile {
  readonly kind: "mrc";
  readonly header: MrcHeader;
  /** The extended header's bytes, as they are. */
  readonly extendedHeader: Uint8Array;
  /** `[sections, rows, columns]` of `data`. */
  readonly shape: readonly [sections: number, rows: number, columns: number];
  /** Number of the first section read. */
  readonly firstSection: number;
  /** Mode 12 comes as float32, mode 4 as real and imaginary parts in turn, mode 101 as bytes from 0 to 15. */
  readonly data: MrcData;
}

/** Which sections to read. */
export interface SectionRange {
  readonly first: number;
  readonly count: number;
}

/** What {@link readMrc} takes. */
export interface ReadMrcOptions extends MrcOpenOptions {
  /** Default: all. */
  readonly sections?: SectionRange;
}

/** Bytes read at a time: some 5 ms of decoding. */
const blockBytes = 2 ** 22;

/**
 * Reads an MRC file without interpreting it; {@link readVolume}, {@link readImage} and {@link readImageStack} do.
 * Both byte orders, modes 0, 1, 2, 4, 6, 12 and 101, plain or in gzip or bzip2; nothing is allocated before the header
 * agrees with the size of the file.
 *
 * @throws FileError, FormatError as {@link readMrcHeader}
 * @throws ValueError if the sections are not in the file
 * @throws MemoryError if the values don't fit in memory
 * @example
 * ```ts
 * import { blobVolume, readMrc, simulateBlobs, writeVolume } from "vitrine";
 * await writeVolume("blobs.mrc", blobVolume(simulateBlobs({ seed: 1 })));
 * (await readMrc("blobs.mrc", { sections: { first: 24, count: 1 } })).shape;   // [1, 48, 48]
 * ```
 */
export function readMrc(input: SourceInput, options: ReadMrcOptions = {}): Promise<MrcFile> {
  return withMrc(input, options, (source, header) =>
    readSections(source, header, options.sections ?? { first: 0, count: header.sections }, options),
  );
}

/** Reads some sections of an open file. */
export async function readSections(
  source: Source,
  header: MrcHeader,
  { first, count }: SectionRange,
  options: TaskOptions,
): Promise<MrcFile> {
  const task = startTask(options);
  requireInteger("sections: first", first, 0, header.sections - 1);
  requireInteger("sections: count", count, 1, header.sections - first);
  const { columns, rows } = header;
  const mode = mrcMode(header.mode)!;
  const rowSize = rowBytes(mode, columns);
  const totalRows = rows * count;
  const data = allocated(header.file, dataBytes(mode, columns, rows, count), () =>
    mrcArray(mode, header.bytes, totalRows * columns),
  );
  const perRow = data.length / totalRows;
  const rowsAtOnce = Math.max(1, Math.floor(blockBytes / rowSize));
  const start = header.dataOffset + dataBytes(mode, columns, rows, first);
  for (let row = 0; row < totalRows; row += rowsAtOnce) {
    const rowCount = Math.min(rowsAtOnce, totalRows - row);
    const place = placeOfRows(mode, data, row * perRow, rowCount * rowSize);
    const bytes = await readExactly(source, start + row * rowSize, rowCount * rowSize, "data", place);
    decodeRows(bytes, mode, header, data, row * perRow);
    task.report({ stage: "read", done: row + rowCount, total: totalRows });
    await task.breathe();
  }
  return {
    kind: "mrc",
    header,
    extendedHeader: await readExactly(source, headerBytes, header.extendedBytes, "extended header"),
    shape: [count, rows, columns],
    firstSection: first,
    data,
  };
}
