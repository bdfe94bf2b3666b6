import { requireInteger } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { bytesOf } from "../number-type.js";
import { readNumbers } from "../read-numbers.js";
import { readImagicHeader } from "./header.js";
import type { ImagicHeader } from "./header.js";
import { withImagic } from "./pair.js";
import type { ImagicInput } from "./pair.js";

/** Values of an IMAGIC pair. */
export interface ImagicFile {
  readonly kind: "imagic";
  /** What the user calls the file of the values. */
  readonly name: string;
  readonly header: ImagicHeader;
  /** `[count, ny, nx]`: images, or sections. */
  readonly shape: readonly [count: number, ny: number, nx: number];
  readonly data: Float32Array;
}

/** What {@link readImagic} takes. */
export interface ReadImagicOptions extends TaskOptions {
  /** First image or section, from 0. Default 0. */
  readonly first?: number;
  /** How many. Default: all that follow. */
  readonly count?: number;
}

/**
 * Reads images or a volume from an IMAGIC pair, `.hed` and `.img`, of either byte order, in single precision; only those images
 * that are asked for. The pair does not say a pixel size that all programs agree on.
 *
 * @throws FileError if one of the two can't be opened
 * @throws FormatError if the first is no IMAGIC header, or one of them is damaged
 * @throws ValueError if the images are not there, or a path ends in neither `.hed` nor `.img`
 */
export function readImagic(input: ImagicInput, options: ReadImagicOptions = {}): Promise<ImagicFile> {
  return withImagic(input, options, async (headerSource, dataSource) => {
    const header = await readImagicHeader(headerSource, dataSource);
    const { type, littleEndian, rows, columns } = header;
    const first = requireInteger("first", options.first ?? 0, 0, header.count - 1);
    const count = requireInteger("count", options.count ?? header.count - first, 1, header.count - first);
    const length = rows * columns;
    const stored = {
      type,
      littleEndian,
      offset: first * length * bytesOf[type],
      count: count * length,
    } as const;
    const data = await readNumbers(dataSource, stored, options);
    return { kind: "imagic", name: dataSource.name, header, shape: [count, rows, columns], data };
  });
}
