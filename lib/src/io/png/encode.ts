import { ValueError } from "../../core/index.js";
import type { Image } from "../../model/index.js";
import { levelRows, requirePictureOptions } from "../grey-levels.js";
import type { LevelRows, PictureOptions } from "../grey-levels.js";
import { chunk, pngMark } from "./chunks.js";

/** What {@link encodePng} takes. */
export interface PngOptions extends PictureOptions {
  /** Bits of a grey value. Default 8, what screens show; 16 where the picture is to be measured. Colours have 8. */
  readonly bits?: 8 | 16;
}

/** Samples of a pixel, as PNG numbers them. */
const [grey, colour] = [0, 2] as const;
/** Bytes of one piece of the work: some milliseconds of compression. */
const pieceBytes = 2 ** 17;

/**
 * The bytes of a PNG picture of an image, row 0 at the top: greys of 8 or 16 bits, or colours from a table.
 *
 * @throws ValueError if `black` and `white` are equal or not finite, or colours are asked for in 16 bits
 * @throws ShapeError if `colours` are not 256
 * @example
 * ```ts
 * const picture = image(new Float32Array([0, 1, 2, 3, 4, 5]), { shape: [2, 3], pixelSizeA: 1 });
 * const bytes = await encodePng(picture, { black: 0, white: 5 });
 * ```
 */
export async function encodePng(image: Image, options: PngOptions): Promise<Uint8Array> {
  requirePictureOptions(options);
  const { bits = 8, colours } = options;
  if (bits !== 8 && (bits !== 16 || colours !== undefined)) {
    throw new ValueError("bits", {
      got: bits,
      wanted: colours === undefined ? "8 or 16" : "8, as colours have",
    });
  }
  const { Zlib } = await import("fflate");
  const pieces: Uint8Array[] = [pngMark, chunk("IHDR", head(image, bits, colours))];
  const compressor = new Zlib((compressed) => {
    if (compressed.length > 0) pieces.push(chunk("IDAT", compressed));
  });
  const rowBytes = 1 + image.shape[1] * (colours === undefined ? bits / 8 : 3);
  const atOnce = Math.max(1, Math.floor(pieceBytes / rowBytes));
  for await (const part of levelRows(image, options, { most: bits === 8 ? 255 : 65535, atOnce })) {
    compressor.push(scanlines(part, rowBytes, colours));
  }
  compressor.push(new Uint8Array(0), true);
  pieces.push(chunk("IEND", new Uint8Array(0)));
  return joined(pieces);
}

function head({ shape: [ny, nx] }: Image, bits: number, colours: Uint8Array | undefined): Uint8Array {
  const view = new DataView(new ArrayBuffer(13));
  view.setUint32(0, nx);
  view.setUint32(4, ny);
  view.setUint8(8, bits);
  view.setUint8(9, colours === undefined ? grey : colour);
  return new Uint8Array(view.buffer);
}

/** The rows as the format stores them: a byte that says "not filtered", then the pixels, the highest byte first. */
function scanlines(
  { rows, levels }: LevelRows,
  rowBytes: number,
  colours: Uint8Array | undefined,
): Uint8Array {
  const bytes = new Uint8Array(rows * rowBytes);
  const view = new DataView(bytes.buffer);
  const columns = levels.length / rows;
  for (let row = 0; row < rows; row++) {
    const begin = row * rowBytes + 1;
    const values = levels.subarray(row * columns, (row + 1) * columns);
    if (colours !== undefined) {
      for (let x = 0; x < columns; x++) {
        for (let part = 0; part < 3; part++) bytes[begin + 3 * x + part] = colours[3 * values[x]! + part]!;
      }
    } else if (values instanceof Uint16Array) {
      for (let x = 0; x < columns; x++) view.setUint16(begin + 2 * x, values[x]!);
    } else {
      bytes.set(values, begin);
    }
  }
  return bytes;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}
