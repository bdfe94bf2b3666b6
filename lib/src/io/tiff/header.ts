import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";

/** What the first bytes of a TIFF file say. */
export interface TiffHeader {
  readonly littleEndian: boolean;
  /** `"big"`: places in the file have 8 bytes, so that it can be longer than 4 GB. */
  readonly size: "classic" | "big";
  /** Where the first directory lies. */
  readonly firstDirectory: number;
}

const littleEndianMark = 0x4949;
const bigEndianMark = 0x4d4d;
const classicVersion = 42;
const bigVersion = 43;
const headBytes = { classic: 8, big: 16 } as const;

/** Whether a file that begins so is TIFF or BigTIFF, of either byte order. EER files are, too. */
export function isTiff(head: Uint8Array): boolean {
  return kindOf(head) !== undefined;
}

/** Reads the first bytes of a TIFF or BigTIFF file. @throws FormatError if it is none, or cut off */
export async function readTiffHeader(source: Source): Promise<TiffHeader> {
  const kind = kindOf(await source.read(0, 4));
  if (kind === undefined) {
    throw new FormatError({
      file: source.name,
      field: "header",
      offset: 0,
      got: "bytes that are not II or MM followed by 42 or 43",
      wanted: "a TIFF file",
    });
  }
  const { littleEndian, size } = kind;
  const bytes = await readExactly(source, 0, headBytes[size], "header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === "classic") return { littleEndian, size, firstDirectory: view.getUint32(4, littleEndian) };
  const placeBytes = view.getUint16(4, littleEndian);
  if (placeBytes !== 8) {
    throw new FormatError({
      file: source.name,
      field: "bytes of a place",
      offset: 4,
      got: placeBytes,
      wanted: "8, as in every BigTIFF file",
    });
  }
  return { littleEndian, size, firstDirectory: placeAt(view, 8, littleEndian) };
}

/** An unsigned 64-bit place or count; beyond 2^53 as infinite, which no file reaches. */
export function placeAt(view: DataView, at: number, littleEndian: boolean): number {
  const place = view.getBigUint64(at, littleEndian);
  return place > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(place);
}

function kindOf(head: Uint8Array): Pick<TiffHeader, "littleEndian" | "size"> | undefined {
  if (head.length < 4) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const order = view.getUint16(0);
  if (order !== littleEndianMark && order !== bigEndianMark) return undefined;
  const littleEndian = order === littleEndianMark;
  const version = view.getUint16(2, littleEndian);
  if (version === classicVersion) return { littleEndian, size: "classic" };
  return version === bigVersion ? { littleEndian, size: "big" } : undefined;
}
