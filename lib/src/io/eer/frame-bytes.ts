import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { readExactly } from "../source.js";
import { storedBytes } from "../tiff/segments.js";
import type { Segments } from "../tiff/segments.js";
import type { EerCoding } from "./coding.js";
import { mostPixels } from "./events.js";

/** Longest frame: its bits are counted in 31 bits. Frames of 4096 x 4096 pixels have some hundred thousand bytes. */
const mostBytes = 2 ** 27;

/** Throws unless a frame's bytes can cover its pixels, which is known before room is made for these. */
export function requireCover(file: string, pieces: Segments, coding: EerCoding, total: number): void {
  const length = storedBytes(pieces);
  if (length <= mostBytes && mostPixels(length, coding) >= total) return;
  throw new FormatError({
    file,
    field: "electrons of a frame",
    offset: pieces.offsets[0]!,
    got: `${length} bytes`,
    wanted: `bytes that cover ${total} pixels, at most ${mostBytes}`,
    hint: "the file is cut off or damaged",
  });
}

/** The bytes of a frame; its strips are parts of one stream. */
export async function readFrameBytes(source: Source, pieces: Segments): Promise<Uint8Array> {
  const { offsets, byteCounts } = pieces;
  if (offsets.length === 1) return readExactly(source, offsets[0]!, byteCounts[0]!, "electrons");
  const bytes = new Uint8Array(storedBytes(pieces));
  for (let i = 0, at = 0; i < offsets.length; at += byteCounts[i]!, i++) {
    bytes.set(await readExactly(source, offsets[i]!, byteCounts[i]!, "electrons"), at);
  }
  return bytes;
}
