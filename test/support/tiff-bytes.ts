import { directoryBytes, encodeDirectory, encodeTiffHeader } from "../../lib/src/io/tiff/encode-directory.js";
import type { TiffField, TiffSize } from "../../lib/src/io/tiff/encode-directory.js";
import { tag, valueType } from "../../lib/src/io/tiff/tags.js";

/** Values of a directory's fields by name; each is written as 32-bit whole numbers. */
export type TiffWords = Partial<Record<keyof typeof tag, readonly number[]>>;

/** What makes a page of 3 x 2 bytes; the strip lies behind the directory. */
export const plainPage: TiffWords = {
  width: [3],
  height: [2],
  bitsPerSample: [8],
  compression: [1],
  photometric: [1],
  rowsPerStrip: [2],
};

/** A file of one page with one strip, `data`; fields may be added, changed, or left out by an empty list. */
export function tiffBytes(
  changes: TiffWords = {},
  data: Uint8Array = Uint8Array.of(1, 2, 3, 4, 5, 6),
  { size = "classic", next = 0 }: { readonly size?: TiffSize; readonly next?: number } = {},
): Uint8Array {
  const words = { stripOffsets: [0], stripByteCounts: [data.length], ...plainPage, ...changes };
  const fieldsWith = (place: number): TiffField[] =>
    Object.entries(words)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => ({
        tag: tag[name as keyof typeof tag],
        type: valueType.long,
        values: name === "stripOffsets" && changes.stripOffsets === undefined ? [place] : values,
      }))
      .sort((one, other) => one.tag - other.tag);
  const head = encodeTiffHeader(size, 0).length;
  const place = head + directoryBytes(size, fieldsWith(0));
  const bytes = new Uint8Array(place + data.length);
  bytes.set(encodeTiffHeader(size, head));
  bytes.set(encodeDirectory(size, fieldsWith(place), { at: head, next }), head);
  bytes.set(data, place);
  return bytes;
}
