import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import type { TiffHeader } from "./header.js";
import type { TiffLayout, TiffPage } from "./page.js";
import { entryNumbers } from "./values.js";

/** Where each segment of a page lies, row after row of segments. */
export interface Segments {
  readonly offsets: ArrayLike<number>;
  readonly byteCounts: ArrayLike<number>;
}

/** Segments of a page along x and y. */
export function segmentGrid({ width, height, segment }: TiffLayout): readonly [across: number, down: number] {
  return [Math.ceil(width / segment[0]), Math.ceil(height / segment[1])];
}

/** Bytes of one row of values. */
export function bytesOfRow(columns: number, { bitsPerSample }: TiffLayout): number {
  return Math.ceil((columns * bitsPerSample) / 8);
}

/** Bytes of all segments of a page when they are expanded: more than its values where tiles reach beyond its edges. */
export function expandedBytes(layout: TiffLayout): number {
  const [across, down] = segmentGrid(layout);
  const rows = layout.segment[0] === layout.width ? layout.height : down * layout.segment[1];
  return across * rows * bytesOfRow(layout.segment[0], layout);
}

/** Rows of segment `index`: tiles are whole, the last strip of a page may be shorter. */
export function rowsOfSegment(layout: TiffLayout, index: number): number {
  const [columns, rows] = layout.segment;
  const isStrip = columns === layout.width;
  return isStrip ? Math.min(rows, layout.height - index * rows) : rows;
}

/** Reads where the segments of a page lie. @throws FormatError if there are too few, or one lies outside of the file */
export async function readSegments(source: Source, header: TiffHeader, page: TiffPage): Promise<Segments> {
  const { layout, segments } = page;
  const [across, down] = segmentGrid(layout);
  const count = across * down;
  const expected = (index: number): number =>
    rowsOfSegment(layout, index) * bytesOfRow(layout.segment[0], layout);
  if (typeof segments === "number") return { offsets: [segments], byteCounts: [expected(0)] };
  const { offsets, byteCounts } = segments;
  const uncounted = byteCounts === undefined && layout.compression === 1;
  if (offsets.count !== count || (byteCounts?.count !== count && !uncounted)) {
    throw miscounted(
      source,
      page,
      `${count} of each, for ${layout.width} x ${layout.height} in ${layout.segment.join(" x ")}`,
    );
  }
  return checked(source, {
    offsets: await entryNumbers(source, header, offsets),
    byteCounts:
      byteCounts === undefined
        ? Array.from({ length: count }, (_, i) => expected(i))
        : await entryNumbers(source, header, byteCounts),
  });
}

/** Reads where the pieces of a page lie whose stream is cut into them at any place. @throws FormatError as {@link readSegments} */
export async function readPieces(source: Source, header: TiffHeader, page: TiffPage): Promise<Segments> {
  const { segments } = page;
  const counts = typeof segments === "number" ? undefined : segments.byteCounts;
  if (typeof segments === "number" || counts === undefined || counts.count !== segments.offsets.count) {
    throw miscounted(source, page, "as many of each");
  }
  return checked(source, {
    offsets: await entryNumbers(source, header, segments.offsets),
    byteCounts: await entryNumbers(source, header, counts),
  });
}

/**
 * Reads where the segments of several pages lie, each with `read`.
 *
 * @throws FormatError if they come to more bytes than the file has, so that they would have to overlap
 */
export async function readAllSegments(
  source: Source,
  header: TiffHeader,
  pages: readonly TiffPage[],
  read: typeof readSegments,
): Promise<Segments[]> {
  const all: Segments[] = [];
  let bytes = 0;
  for (const page of pages) {
    const segments = await read(source, header, page);
    bytes += storedBytes(segments);
    if (bytes > source.size) {
      throw new FormatError({
        file: source.name,
        field: "strips or tiles",
        offset: page.at,
        got: "strips or tiles that overlap",
        wanted: `no more than the ${source.size} bytes of the file in all`,
      });
    }
    all.push(segments);
  }
  return all;
}

/** Bytes of all segments in the file. */
export function storedBytes({ byteCounts }: Segments): number {
  let sum = 0;
  for (let i = 0; i < byteCounts.length; i++) sum += byteCounts[i]!;
  return sum;
}

function miscounted(source: Source, { at, segments }: TiffPage, wanted: string): FormatError {
  const got =
    typeof segments === "number"
      ? "one place"
      : `${segments.offsets.count} places, ${segments.byteCounts?.count ?? 0} lengths`;
  return new FormatError({ file: source.name, field: "strips or tiles", offset: at, got, wanted });
}

function checked(source: Source, segments: Segments): Segments {
  for (let i = 0; i < segments.offsets.length; i++) {
    const [offset, length] = [segments.offsets[i]!, segments.byteCounts[i]!];
    if (!(offset >= 0 && length >= 1 && offset + length <= source.size)) {
      throw new FormatError({
        file: source.name,
        field: `strip or tile ${i}`,
        offset,
        got: `${length} bytes at ${offset}`,
        wanted: `bytes in the file's ${source.size}`,
        hint: "the file is cut off or damaged",
      });
    }
  }
  return segments;
}
