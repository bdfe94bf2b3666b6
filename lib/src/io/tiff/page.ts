import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import type { TiffDirectory, TiffEntry } from "./directory.js";
import type { TiffHeader } from "./header.js";
import { tag } from "./tags.js";
import { entryNumbers } from "./values.js";

/** How the values of a page are stored; pages that are stored alike share one. */
export interface TiffLayout {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  /** 1 unsigned, 2 signed whole numbers, 3 floating point. */
  readonly sampleFormat: number;
  readonly samplesPerPixel: number;
  /** 1 none, 5 LZW, 8 and 32946 Deflate, 32773 PackBits, 65000 to 65002 EER. */
  readonly compression: number;
  /** 1 none, 2 differences along the row, 3 differences of the bytes of floating-point numbers. */
  readonly predictor: number;
  /** 1 if the highest bit of a byte comes first, 2 if the lowest. */
  readonly fillOrder: number;
  /** 0 where white is zero, 1 where black is, others for colours. */
  readonly photometric: number;
  /** Columns and rows of a segment: a tile, or a strip as wide as the page. */
  readonly segment: readonly [width: number, height: number];
}

/** One page: its layout, and where its segments lie. */
export interface TiffPage {
  /** Where its directory lies. */
  readonly at: number;
  readonly layout: TiffLayout;
  /** Whether it is a smaller copy of another page. */
  readonly reduced: boolean;
  /** Fields that hold the place and the length in bytes of each segment; a single place where all lie one behind the other. */
  readonly segments: SegmentFields | number;
}

/** Fields with the places and lengths of segments, read when the page is. */
export interface SegmentFields {
  readonly offsets: TiffEntry;
  /** Missing in some files that aren't compressed. */
  readonly byteCounts?: TiffEntry;
}

/** Largest side that is believed: far beyond any camera, and small enough to multiply. */
const largestSide = 2 ** 24;

/** The facts of a page from its directory. @throws FormatError if sides or segments are missing or make no sense */
export async function readPage(
  source: Source,
  header: TiffHeader,
  directory: TiffDirectory,
): Promise<TiffPage> {
  const one = async (number: number, otherwise: number): Promise<number> => {
    const entry = directory.entries.get(number);
    if (entry === undefined || entry.count < 1) return otherwise;
    return (await entryNumbers(source, header, { ...entry, count: 1 }, directory))[0]!;
  };
  const side = async (number: number, name: string, otherwise = 0): Promise<number> => {
    const length = await one(number, otherwise);
    if (Number.isInteger(length) && length >= 1 && length <= largestSide) return length;
    throw new FormatError({
      file: source.name,
      field: name,
      offset: directory.entries.get(number)?.at ?? directory.at,
      got: length,
      wanted: `a whole number from 1 to ${largestSide}`,
    });
  };
  const width = await side(tag.width, "width");
  const height = await side(tag.height, "height");
  const tiled = directory.entries.has(tag.tileWidth);
  const rowsPerStrip = await one(tag.rowsPerStrip, height);
  const segment = tiled
    ? ([await side(tag.tileWidth, "tile width"), await side(tag.tileHeight, "tile height")] as const)
    : ([width, rowsPerStrip >= 1 ? Math.min(height, rowsPerStrip) : height] as const);
  const layout: TiffLayout = {
    width,
    height,
    bitsPerSample: await one(tag.bitsPerSample, 1),
    sampleFormat: await one(tag.sampleFormat, 1),
    samplesPerPixel: await one(tag.samplesPerPixel, 1),
    compression: await one(tag.compression, 1),
    predictor: await one(tag.predictor, 1),
    fillOrder: await one(tag.fillOrder, 1),
    photometric: await one(tag.photometric, 1),
    segment,
  };
  const reduced = ((await one(tag.newSubfileType, 0)) & 1) === 1;
  return { at: directory.at, layout, reduced, segments: segmentFields(source, directory, tiled) };
}

function segmentFields(source: Source, directory: TiffDirectory, tiled: boolean): SegmentFields {
  const { entries } = directory;
  const offsets = entries.get(tiled ? tag.tileOffsets : tag.stripOffsets) ?? entries.get(tag.stripOffsets);
  const byteCounts =
    entries.get(tiled ? tag.tileByteCounts : tag.stripByteCounts) ?? entries.get(tag.stripByteCounts);
  if (offsets === undefined) {
    throw new FormatError({
      file: source.name,
      field: "strips",
      offset: directory.at,
      got: "a page that does not say where its values are",
      wanted: `tag ${tiled ? tag.tileOffsets : tag.stripOffsets}`,
    });
  }
  return { offsets, ...(byteCounts !== undefined && { byteCounts }) };
}
