import type { MrcHeader } from "./header.js";
import { halfToNumber } from "../half-float.js";
import type { MrcData, MrcMode } from "./modes.js";
import { rowBytes } from "./modes.js";

/** Whether this machine stores numbers lowest byte first, as nearly all do. */
export const hostIsLittleEndian: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Where in `out`, from element `at` on, so many stored bytes come to lie as they are; nothing where they are unpacked. */
export function placeOfRows(
  { mode }: MrcMode,
  out: MrcData,
  at: number,
  byteCount: number,
): Uint8Array | undefined {
  if (mode === 101 || mode === 12) return undefined;
  return new Uint8Array(out.buffer, out.byteOffset + at * out.BYTES_PER_ELEMENT, byteCount);
}

/** Whole rows of stored bytes into `out`, from element `at` on; they may be there already, in {@link placeOfRows}. */
export function decodeRows(
  bytes: Uint8Array,
  mode: MrcMode,
  header: MrcHeader,
  out: MrcData,
  at: number,
): void {
  const swap = (header.byteOrder === "little-endian") !== hostIsLittleEndian;
  if (mode.mode === 101) {
    unpackNibbles(bytes, rowBytes(mode, header.columns), header.columns, out, at);
  } else if (mode.mode === 12) {
    widenHalves(bytes, swap, out, at);
  } else {
    const target = placeOfRows(mode, out, at, bytes.length)!;
    if (bytes.buffer !== out.buffer) target.set(bytes);
    if (swap) swapWords(target, mode.wordBytes);
  }
}

/** Turns round the bytes of each word, in place. */
export function swapWords(bytes: Uint8Array, wordBytes: 1 | 2 | 4): void {
  if (wordBytes === 1) return;
  for (let start = 0; start + wordBytes <= bytes.length; start += wordBytes) {
    for (let i = start, j = start + wordBytes - 1; i < j; i++, j--) {
      const byte = bytes[i]!;
      bytes[i] = bytes[j]!;
      bytes[j] = byte;
    }
  }
}

/** Two values in each byte, the first in the low four bits, rows filled up to a whole byte: as IMOD and SerialEM have it. */
function unpackNibbles(
  bytes: Uint8Array,
  bytesPerRow: number,
  columns: number,
  out: MrcData,
  at: number,
): void {
  const rows = bytes.length / bytesPerRow;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pair = bytes[row * bytesPerRow + (column >> 1)]!;
      out[at + row * columns + column] = column % 2 === 0 ? pair & 15 : pair >> 4;
    }
  }
}

let halves: Float32Array | undefined;

function widenHalves(bytes: Uint8Array, swap: boolean, out: MrcData, at: number): void {
  halves ??= Float32Array.from({ length: 65536 }, (_, bits) => halfToNumber(bits));
  const [low, high] = swap === hostIsLittleEndian ? [1, 0] : [0, 1];
  for (let i = 0; i < bytes.length / 2; i++) {
    out[at + i] = halves[bytes[2 * i + low]! | (bytes[2 * i + high]! << 8)]!;
  }
}
