import { requireInteger } from "../../core/index.js";
import { openSource } from "../open-source.js";
import type { SourceInput } from "../source.js";
import { tiffFrames } from "./frames.js";
import type { TiffFacts, TiffOptions } from "./frames.js";

/** Values of a TIFF file. */
export interface TiffFile {
  readonly kind: "tiff";
  /** What the user calls it. */
  readonly name: string;
  /** Pages in the file; `shape` and `data` are those that were read. */
  readonly pages: number;
  readonly facts: TiffFacts;
  /** `[pages, ny, nx]` of `data`. */
  readonly shape: readonly [pages: number, ny: number, nx: number];
  readonly data: Float32Array;
}

/** What {@link readTiff} takes. */
export interface ReadTiffOptions extends TiffOptions {
  /** Which pages to read, `first` counted from 0. Default: all. */
  readonly pages?: { readonly first: number; readonly count: number };
}

/**
 * Reads a TIFF or BigTIFF file: micrographs, movies and ImageJ's stacks of grey values, plain or in LZW, Deflate or
 * PackBits; of several pages only those that are asked for.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is none, damaged, in colour, or its pages differ in size
 * @throws ValueError if the pages are not in the file
 * @example
 * ```ts
 * import { image, readTiff, writeTiff } from "vitrine";
 * await writeTiff("two.tif", image(Float32Array.of(1, 2), { shape: [2, 1], pixelSizeA: 1.5 }));
 * const { shape, facts } = await readTiff("two.tif");
 * shape;              // [1, 2, 1]
 * facts.pixelSizeA;   // 1.5
 * ```
 */
export async function readTiff(input: SourceInput, options: ReadTiffOptions = {}): Promise<TiffFile> {
  const source = await openSource(input, options);
  try {
    const { shape, facts, read } = await tiffFrames(source, options);
    const [pages, ny, nx] = shape;
    const first = requireInteger("pages: first", options.pages?.first ?? 0, 0, pages - 1);
    const count = requireInteger("pages: count", options.pages?.count ?? pages, 1, pages - first);
    const data = await read(first, count, options);
    return { kind: "tiff", name: source.name, pages, facts, shape: [count, ny, nx], data };
  } finally {
    await source.close();
  }
}
