import { FormatError, requireInteger, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import type { Source } from "../source.js";
import { allocated } from "../source.js";
import { compressionName } from "./decompress.js";
import { imagePages, warningsOf } from "./image-pages.js";
import type { ImageJFacts } from "./imagej.js";
import type { TiffLayout, TiffPage } from "./page.js";
import { readPageValues } from "./page-values.js";
import { readTiffPages } from "./pages.js";
import type { TiffPages } from "./pages.js";
import { looksLikeNibbles, nibbles, sampleOf } from "./sample.js";
import type { TiffSample } from "./sample.js";
import { expandedBytes, readAllSegments, readSegments, storedBytes } from "./segments.js";
import type { Segments } from "./segments.js";

/** How the frames of a TIFF file are taken. */
export interface TiffOptions extends TaskOptions {
  /**
   * Which row of the picture, as a viewer shows it, is row 0. Default `"bottom"`: the first row of a TIFF file is at the
   * top and that of an MRC file at the bottom, so that a movie has the same rows in both, as in RELION, IMOD and EMAN.
   */
  readonly firstRow?: "bottom" | "top";
  /**
   * Whether a byte holds two values. Default `"guess"`: it does if the sides are those of a super-resolution frame of a
   * K2 or K3 camera with half as many columns.
   */
  readonly halfBytes?: "guess" | "yes" | "no";
  /** Most bytes that compressed values may expand to. Default: 256 MiB, or 250 times the compressed size where that is more. */
  readonly maxExpandedBytes?: number;
}

/** What a TIFF file says about its frames. */
export interface TiffFacts {
  readonly byteOrder: "little-endian" | "big-endian";
  /** Whether places in the file have 8 bytes. */
  readonly bigTiff: boolean;
  /** Number type, or bits where values share bytes. */
  readonly sample: TiffSample;
  /** `"none"`, `"LZW"`, `"Deflate"` or `"PackBits"`. */
  readonly compression: string;
  readonly predictor: number;
  /** Text of the first page. */
  readonly description: string;
  readonly imageJ?: ImageJFacts;
  /** Å per pixel, where the file says it in a way that can be trusted. */
  readonly pixelSizeA?: number;
  /** What was odd and accepted. */
  readonly warnings: readonly string[];
}

/** Frames of an open file, read when they are asked for. */
export interface TiffFrames {
  readonly shape: readonly [frames: number, ny: number, nx: number];
  readonly facts: TiffFacts;
  /** `[count, ny, nx]` from frame `first` on, counted from 0. */
  read(first: number, count: number, options?: TaskOptions): Promise<Float32Array>;
}

/** Expansion that is believed without being asked for, as with compressed files. */
const [leastLimit, mostRatio] = [2 ** 28, 250] as const;

/**
 * The frames of a TIFF or BigTIFF file: its pages, all of one size, or the planes that ImageJ put behind a single page.
 * Values are read only by `read`.
 *
 * @throws FormatError if it is none, damaged, in colour, or its pages differ in size
 */
export async function tiffFrames(source: Source, options: TiffOptions = {}): Promise<TiffFrames> {
  const { firstRow = "bottom", halfBytes = "guess" } = options;
  const file = await readTiffPages(source, startTask(options));
  const pages = await imagePages(source, file);
  const { layout } = pages[0]!;
  const packed = halfBytes === "yes" || (halfBytes === "guess" && looksLikeNibbles(layout));
  const sample = packed ? nibbles : sampleOf(source.name, layout);
  const columns = packed ? 2 * layout.width : layout.width;
  const compression = compressionName(source.name, layout.compression);
  return {
    shape: [pages.length, layout.height, columns],
    facts: factsOf(file, layout, sample, compression),
    async read(first, count, readOptions = options) {
      requireInteger("first", first, 0, pages.length - 1);
      requireInteger("count", count, 1, pages.length - first);
      const task = startTask(readOptions);
      const wanted = pages.slice(first, first + count);
      const segments = await readAllSegments(source, file.header, wanted, readSegments);
      requireCredible(source, wanted, segments, options.maxExpandedBytes);
      const length = layout.height * columns;
      const out = allocated(source.name, 4 * count * length, () => new Float32Array(count * length));
      for (const [i, page] of wanted.entries()) {
        const target = { out, at: i * length, sample, columns, firstRow };
        await readPageValues(source, file.header, page.layout, segments[i]!, target, task);
        task.report({ stage: "read", done: i + 1, total: count });
      }
      return out;
    },
  };
}

function factsOf(file: TiffPages, layout: TiffLayout, sample: TiffSample, compression: string): TiffFacts {
  const { header, description, imageJ, pixelSizeA } = file;
  return {
    byteOrder: header.littleEndian ? "little-endian" : "big-endian",
    bigTiff: header.size === "big",
    sample,
    compression,
    predictor: layout.predictor,
    description,
    ...(imageJ !== undefined && { imageJ }),
    ...(pixelSizeA !== undefined && { pixelSizeA }),
    warnings: warningsOf(file, layout),
  };
}

function requireCredible(
  source: Source,
  pages: readonly TiffPage[],
  segments: readonly Segments[],
  maxExpandedBytes: number | undefined,
): void {
  const stored = segments.reduce((sum, one) => sum + storedBytes(one), 0);
  const expanded = pages.reduce((sum, { layout }) => sum + expandedBytes(layout), 0);
  const compressed = pages.some(({ layout }) => layout.compression !== 1);
  const limit = compressed ? (maxExpandedBytes ?? Math.max(leastLimit, mostRatio * stored)) : stored;
  if (expanded <= limit) return;
  throw new FormatError({
    file: source.name,
    field: "expanded size",
    got: `${expanded} bytes in ${stored}`,
    wanted: `at most ${limit}`,
    hint: compressed ? "if the file is to be trusted, pass { maxExpandedBytes }" : "the file is damaged",
  });
}
