import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";
import type { TiffDirectory, TiffEntry } from "./directory.js";
import type { TiffHeader } from "./header.js";
import { placeAt } from "./header.js";
import { valueBytes } from "./tags.js";

/** Longest text that is read; descriptions written by microscopes have a few thousand letters. */
const longestText = 2 ** 20;

/** The numbers of a field; a fraction as its quotient. @throws FormatError if they don't lie in the file, or are none */
export async function entryNumbers(
  source: Source,
  { littleEndian }: TiffHeader,
  entry: TiffEntry,
  directory?: TiffDirectory,
): Promise<Float64Array> {
  const read = numberOf[entry.type];
  if (read === undefined) throw damaged(source, entry, `values of type ${entry.type}`, "numbers");
  const bytes = await entryBytes(source, entry, entry.count, directory);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = valueBytes[entry.type]!;
  return Float64Array.from({ length: entry.count }, (_, i) => read(view, i * size, littleEndian));
}

/** The text of a field, up to its first zero byte. @throws FormatError if it does not lie in the file */
export async function entryText(
  source: Source,
  entry: TiffEntry,
  directory?: TiffDirectory,
): Promise<string> {
  const bytes = await entryBytes(source, entry, Math.min(entry.count, longestText), directory);
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch {
    return new TextDecoder("latin1").decode(text);
  }
}

function entryBytes(
  source: Source,
  entry: TiffEntry,
  count: number,
  directory: TiffDirectory | undefined,
): Uint8Array | Promise<Uint8Array> {
  const length = count * (valueBytes[entry.type] ?? 1);
  if (!(entry.at + length <= source.size)) {
    throw damaged(source, entry, `${entry.count} values at ${entry.at}`, `values in ${source.size} bytes`);
  }
  const inside = directory === undefined ? -1 : entry.at - directory.at;
  return directory !== undefined && inside >= 0 && inside + length <= directory.bytes.length
    ? directory.bytes.subarray(inside, inside + length)
    : readExactly(source, entry.at, length, `tag ${entry.tag}`);
}

function damaged(source: Source, entry: TiffEntry, got: string, wanted: string): FormatError {
  const hint = "the file is cut off or damaged";
  return new FormatError({
    file: source.name,
    field: `tag ${entry.tag}`,
    offset: entry.at,
    got,
    wanted,
    hint,
  });
}

type ReadValue = (view: DataView, at: number, littleEndian: boolean) => number;

const numberOf: Readonly<Record<number, ReadValue>> = {
  1: (view, at) => view.getUint8(at),
  3: (view, at, little) => view.getUint16(at, little),
  4: (view, at, little) => view.getUint32(at, little),
  5: (view, at, little) => view.getUint32(at, little) / view.getUint32(at + 4, little),
  6: (view, at) => view.getInt8(at),
  8: (view, at, little) => view.getInt16(at, little),
  9: (view, at, little) => view.getInt32(at, little),
  10: (view, at, little) => view.getInt32(at, little) / view.getInt32(at + 4, little),
  11: (view, at, little) => view.getFloat32(at, little),
  12: (view, at, little) => view.getFloat64(at, little),
  13: (view, at, little) => view.getUint32(at, little),
  16: placeAt,
  18: placeAt,
};
