import { FormatError } from "../../core/index.js";
import type { Task } from "../../core/index.js";
import { hostIsLittleEndian } from "../mrc/decode.js";
import { bytesOf } from "../number-type.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";
import { reverseBits, swapBytes } from "./byte-order.js";
import { compressionName, decompressed } from "./decompress.js";
import type { TiffHeader } from "./header.js";
import type { TiffLayout } from "./page.js";
import { undoDifferences, undoFloatDifferences } from "./predictor.js";
import type { TiffSample } from "./sample.js";
import { bytesOfRow, rowsOfSegment, segmentGrid } from "./segments.js";
import type { Segments } from "./segments.js";
import { rowCopier } from "./unpack.js";

/** How a page becomes an image. */
export interface PageTarget {
  readonly out: Float32Array;
  /** Where in `out` the image begins. */
  readonly at: number;
  readonly sample: TiffSample;
  /** Columns of the image: twice those of the page where each byte holds two values. */
  readonly columns: number;
  /** Which row of the picture, as a viewer shows it, comes first. */
  readonly firstRow: "bottom" | "top";
}

/** Bytes of neighbouring segments that are read at once. */
const bytesAtOnce = 2 ** 22;

/** Reads one page's values into an image. @throws FormatError if they are damaged */
export async function readPageValues(
  source: Source,
  header: TiffHeader,
  layout: TiffLayout,
  segments: Segments,
  target: PageTarget,
  task: Task,
): Promise<void> {
  const compression = compressionName(source.name, layout.compression);
  const decode = segmentDecoder(source, header, layout, compression, target.sample);
  const count = segments.offsets.length;
  for (let first = 0; first < count;) {
    const end = endOfRun(segments, first);
    const start = segments.offsets[first]!;
    const length = segments.offsets[end - 1]! + segments.byteCounts[end - 1]! - start;
    const run = await readExactly(source, start, length, "values");
    for (let i = first; i < end; i++) {
      const from = segments.offsets[i]! - start;
      const bytes = decode(run.subarray(from, from + segments.byteCounts[i]!), i, segments.offsets[i]!);
      placeSegment(bytes, layout, i, target);
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
    first = end;
  }
}

/** The segment behind those that lie one behind the other from `first` on and are read at once. */
function endOfRun({ offsets, byteCounts }: Segments, first: number): number {
  let end = first + 1;
  const follows = (i: number): boolean => offsets[i] === offsets[i - 1]! + byteCounts[i - 1]!;
  while (
    end < offsets.length &&
    follows(end) &&
    offsets[end]! + byteCounts[end]! - offsets[first]! <= bytesAtOnce
  ) {
    end += 1;
  }
  return end;
}

type DecodeSegment = (raw: Uint8Array, index: number, offset: number) => Uint8Array;

/** What turns the stored bytes of a segment into values in this machine's order; the result is overwritten by the next call. */
function segmentDecoder(
  { name: file }: Source,
  { littleEndian }: TiffHeader,
  layout: TiffLayout,
  compression: string,
  sample: TiffSample,
): DecodeSegment {
  const { segment, predictor, fillOrder } = layout;
  const [columns] = segment;
  const rowBytes = bytesOfRow(columns, layout);
  const room = new Uint8Array(rowBytes * rowsOfSegment(layout, 0));
  const size = typeof sample === "string" ? bytesOf[sample] : 1;
  requirePredictor(file, predictor, sample);
  return (raw, index, offset) => {
    const field = `strip or tile ${index}`;
    const inOrder = fillOrder === 2 ? reverseBits(raw) : raw;
    const part = room.subarray(0, rowBytes * rowsOfSegment(layout, index));
    const bytes = decompressed(inOrder, compression, part, { file, field, offset });
    if (predictor === 3) {
      undoFloatDifferences(bytes, size, columns, hostIsLittleEndian);
    } else {
      if (littleEndian !== hostIsLittleEndian) swapBytes(bytes, size);
      if (predictor === 2 && typeof sample === "string") undoDifferences(bytes, sample, columns);
    }
    return bytes;
  };
}

function requirePredictor(file: string, predictor: number, sample: TiffSample): void {
  const allowed = typeof sample !== "string" ? [1] : sample.startsWith("float") ? [1, 3] : [1, 2];
  if (allowed.includes(predictor)) return;
  throw new FormatError({
    file,
    field: "predictor",
    got: predictor,
    wanted: `${allowed.join(" or ")} for ${typeof sample === "string" ? sample : `${sample.bits}-bit numbers`}`,
  });
}

/** Copies what of a segment lies in the page to its place. */
function placeSegment(bytes: Uint8Array, layout: TiffLayout, index: number, target: PageTarget): void {
  const { width, height, segment } = layout;
  const { out, at, sample, columns, firstRow } = target;
  const [across] = segmentGrid(layout);
  const perPixel = columns / width;
  const left = (index % across) * segment[0] * perPixel;
  const top = Math.floor(index / across) * segment[1];
  const inRow = segment[0] * perPixel;
  const count = Math.min(inRow, columns - left);
  const copy = rowCopier(bytes, sample);
  for (let row = 0; row < Math.min(segment[1], height - top); row++) {
    const y = firstRow === "bottom" ? height - 1 - top - row : top + row;
    copy({ row, columns: inRow, count, out, at: at + y * columns + left });
  }
}
