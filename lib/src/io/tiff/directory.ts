import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";
import type { TiffHeader } from "./header.js";
import { placeAt } from "./header.js";
import { valueBytes } from "./tags.js";

/** One field of a directory: of what type its values are, how many, and where they lie. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where the values lie in the file: in the directory itself if they are few. */
  readonly at: number;
}

/** The fields of one page, and where the next page's are. */
export interface TiffDirectory {
  readonly at: number;
  /** The directory's own bytes, from its count of fields to the place of the next one. */
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<number, TiffEntry>;
  /** Place of the next directory; 0 after the last one. */
  readonly next: number;
}

/** Bytes of the count of fields, of a field, of a place, and of what a field holds itself. */
const sizes = {
  classic: { count: 2, entry: 12, place: 4 },
  big: { count: 8, entry: 20, place: 8 },
} as const;

/** Bytes read at first: more than the directory of nearly every page. */
const likelyBytes = 512;

/** Reads one directory. @throws FormatError if it does not lie in the file */
export async function readDirectory(source: Source, header: TiffHeader, at: number): Promise<TiffDirectory> {
  const { littleEndian, size } = header;
  const { count: countBytes, entry: entryBytes, place: placeBytes } = sizes[size];
  if (!(at >= 8 && at + countBytes <= source.size)) throw misplaced(source, at);
  const head = await source.read(at, likelyBytes);
  const headView = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const count = size === "big" ? placeAt(headView, 0, littleEndian) : headView.getUint16(0, littleEndian);
  const length = countBytes + count * entryBytes + placeBytes;
  if (at + length > source.size) {
    throw new FormatError({
      file: source.name,
      field: "directory",
      offset: at,
      got: `${count} fields in ${source.size - at} bytes`,
      wanted: `${length} bytes`,
      hint: "the file is cut off or damaged",
    });
  }
  const bytes =
    length <= head.length ? head.subarray(0, length) : await readExactly(source, at, length, "directory");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = (from: number): number =>
    size === "big" ? placeAt(view, from, littleEndian) : view.getUint32(from, littleEndian);
  const entries = new Map<number, TiffEntry>();
  for (let from = countBytes; from < countBytes + count * entryBytes; from += entryBytes) {
    const [number, type] = [view.getUint16(from, littleEndian), view.getUint16(from + 2, littleEndian)];
    const values = place(from + 4);
    const held = from + 4 + placeBytes;
    const inside = values * (valueBytes[type] ?? 1) <= placeBytes;
    if (!entries.has(number)) {
      entries.set(number, { tag: number, type, count: values, at: inside ? at + held : place(held) });
    }
  }
  return { at, bytes, entries, next: place(length - placeBytes) };
}

function misplaced(source: Source, at: number): FormatError {
  return new FormatError({
    file: source.name,
    field: "place of a directory",
    got: at,
    wanted: `a place in the file's ${source.size} bytes`,
    hint: "the file is cut off or damaged",
  });
}
