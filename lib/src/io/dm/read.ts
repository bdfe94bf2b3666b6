import { requireInteger } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { bytesOf } from "../number-type.js";
import { openSource } from "../open-source.js";
import { readNumbers } from "../read-numbers.js";
import type { SourceInput } from "../source.js";
import { readDmHeader } from "./header.js";
import type { DmHeader } from "./header.js";

/** The image of a file of Digital Micrograph. */
export interface DmFile {
  readonly kind: "dm";
  /** What the user calls it. */
  readonly name: string;
  readonly header: DmHeader;
  /** The fastest axis last: `[ny, nx]`, `[frames, ny, nx]`; fewer frames than the header's where not all were read. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What {@link readDm} takes. */
export interface ReadDmOptions extends TaskOptions {
  /** First frame of a movie, from 0. Default 0. */
  readonly first?: number;
  /** How many frames. Default: all that follow. */
  readonly count?: number;
}

/**
 * Reads the image or movie of a DM3 or DM4 file, in single precision, with its pixel size and what it says of the microscope;
 * of a movie only the frames that are asked for.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is none of Digital Micrograph's, damaged, or its values are complex or colours
 * @throws ValueError if the frames are not in the file
 */
export async function readDm(input: SourceInput, options: ReadDmOptions = {}): Promise<DmFile> {
  const source = await openSource(input, options);
  try {
    const header = await readDmHeader(source);
    const { type, littleEndian, dataOffset } = header;
    const isMovie = header.shape.length > 2;
    const frames = isMovie ? header.shape[0]! : 1;
    const frameShape = isMovie ? header.shape.slice(1) : header.shape;
    const first = requireInteger("first", options.first ?? 0, 0, frames - 1);
    const count = requireInteger("count", options.count ?? frames - first, 1, frames - first);
    const length = frameShape.reduce((product, side) => product * side, 1);
    const offset = dataOffset + first * length * bytesOf[type];
    const data = await readNumbers(source, { type, littleEndian, offset, count: count * length }, options);
    return {
      kind: "dm",
      name: source.name,
      header,
      shape: isMovie ? [count, ...frameShape] : frameShape,
      data,
    };
  } finally {
    await source.close();
  }
}
