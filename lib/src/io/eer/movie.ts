import { FormatError } from "../../core/index.js";
import type { Task } from "../../core/index.js";
import type { Source } from "../source.js";
import { readDirectory } from "../tiff/directory.js";
import type { TiffHeader } from "../tiff/header.js";
import type { TiffPage } from "../tiff/page.js";
import { readTiffPages } from "../tiff/pages.js";
import { readPieces } from "../tiff/segments.js";
import { entryText } from "../tiff/values.js";
import { isEerCompression, readEerCoding } from "./coding.js";
import type { EerCoding } from "./coding.js";
import { endOfFrame } from "./events.js";
import { readFrameBytes, requireCover } from "./frame-bytes.js";
import { parseEerMetadata } from "./metadata.js";
import type { EerMetadata } from "./metadata.js";

/** What an EER file says before its electrons are read. */
export interface EerMovie {
  readonly header: TiffHeader;
  /** A page for each of the camera's frames. */
  readonly pages: readonly TiffPage[];
  /** Pages that hold something else. */
  readonly otherPages: number;
  readonly width: number;
  readonly height: number;
  readonly coding: EerCoding;
  readonly metadata: EerMetadata;
}

const metadataTag = 65001;

/** Reads what an EER file says of its movie. @throws FormatError if it is none, or its frames differ */
export async function readEerMovie(source: Source, task: Task): Promise<EerMovie> {
  const { header, pages: all } = await readTiffPages(source, task);
  const pages = all.filter(({ layout }) => isEerCompression(layout.compression));
  const [first] = pages;
  if (first === undefined) {
    throw new FormatError({
      file: source.name,
      field: "compression",
      got: "pages without electrons",
      wanted: "an EER movie: compression 65000, 65001 or 65002",
    });
  }
  requireAlike(source, pages, first);
  const { width, height, compression } = first.layout;
  const directory = await readDirectory(source, header, first.at);
  const said = await readEerCoding(source, header, directory, compression);
  const text = directory.entries.get(metadataTag);
  return {
    header,
    pages,
    otherPages: all.length - pages.length,
    width,
    height,
    coding: await fittingCoding(source, header, first, said),
    metadata: parseEerMetadata(text === undefined ? "" : await entryText(source, text, directory)),
  };
}

/** The coding with or without empty places, whichever makes the first frame end at its last pixel. */
async function fittingCoding(
  source: Source,
  header: TiffHeader,
  page: TiffPage,
  coding: EerCoding,
): Promise<EerCoding> {
  if (!coding.emptyPlaces) return coding;
  const { width, height } = page.layout;
  const pieces = await readPieces(source, header, page);
  requireCover(source.name, pieces, coding, width * height);
  const bytes = await readFrameBytes(source, pieces);
  const without = { ...coding, emptyPlaces: false };
  const fits = (one: EerCoding): boolean => endOfFrame(bytes, one, width * height) === width * height;
  return !fits(coding) && fits(without) ? without : coding;
}

function requireAlike(source: Source, pages: readonly TiffPage[], { layout }: TiffPage): void {
  for (const [i, { at, layout: other }] of pages.entries()) {
    const alike = other.width === layout.width && other.height === layout.height;
    if (alike && other.compression === layout.compression) continue;
    throw new FormatError({
      file: source.name,
      field: `frame ${i}`,
      offset: at,
      got: `${other.width} x ${other.height}, compression ${other.compression}`,
      wanted: `${layout.width} x ${layout.height}, compression ${layout.compression}, as frame 0`,
    });
  }
}
