import { unzlibSync } from "fflate";
import { FormatError } from "../../core/index.js";
import { decodeLzw, LzwFault } from "./lzw.js";
import { decodePackBits } from "./pack-bits.js";

/** Compressions that are expanded, by their numbers in the file. */
const names: Readonly<Record<number, string>> = {
  1: "none",
  5: "LZW",
  8: "Deflate",
  32946: "Deflate",
  32773: "PackBits",
};

const eerCompressions: readonly number[] = [65000, 65001, 65002];

/** Name of a compression. @throws FormatError if it is not one that is expanded */
export function compressionName(file: string, number: number): string {
  const name = names[number];
  if (name !== undefined) return name;
  throw new FormatError({
    file,
    field: "compression",
    got: eerCompressions.includes(number) ? `${number}, electron events` : number,
    wanted: "none (1), LZW (5), Deflate (8, 32946) or PackBits (32773)",
    ...(eerCompressions.includes(number) && { hint: "an EER movie: read it as one" }),
  });
}

/**
 * The `length` bytes that a segment holds. They are the caller's to write to: a copy where they are not compressed, or all of
 * `room`, which a later call may fill again.
 *
 * @throws FormatError if the data are damaged or too short
 */
export function decompressed(
  raw: Uint8Array,
  compression: string,
  room: Uint8Array,
  where: { readonly file: string; readonly field: string; readonly offset: number },
): Uint8Array {
  const filled = expandInto(raw, compression, room);
  if (filled === room.length) return room;
  throw new FormatError({
    ...where,
    got:
      filled instanceof LzwFault ? filled.got : filled instanceof Error ? filled.message : `${filled} bytes`,
    wanted: `${room.length} bytes of ${compression === "none" ? "values" : `intact ${compression} data`}`,
    hint: "the file is cut off or damaged",
  });
}

/** How many bytes of `room` are filled, or what went wrong. */
function expandInto(raw: Uint8Array, compression: string, room: Uint8Array): number | LzwFault | Error {
  switch (compression) {
    case "LZW":
      return decodeLzw(raw, room);
    case "PackBits":
      return decodePackBits(raw, room);
    case "Deflate":
      return inflateInto(raw, room);
    default: {
      const part = raw.subarray(0, room.length);
      room.set(part);
      return part.length;
    }
  }
}

function inflateInto(raw: Uint8Array, room: Uint8Array): number | Error {
  try {
    return unzlibSync(raw, { out: room }).length;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}
