import { directoryBytes, encodeDirectory, encodeTiffHeader } from "../../lib/src/io/tiff/encode-directory.js";
import type { TiffField } from "../../lib/src/io/tiff/encode-directory.js";
import { tag, valueType } from "../../lib/src/io/tiff/tags.js";
import type { EerCoding } from "../../lib/src/io/eer/index.js";

/** An electron: the number of its pixel, and the part of it where it came down, from the left and from the first row. */
export interface Electron {
  readonly pixel: number;
  readonly x: number;
  readonly y: number;
}

/** The bits of a frame of `total` pixels, as a camera writes them; electrons are in the order of their pixels. */
export function eerFrame(electrons: readonly Electron[], coding: EerCoding, total: number): Uint8Array {
  const { skipBits, horizontalBits, verticalBits, emptyPlaces } = coding;
  const bits: number[] = [];
  const put = (value: number, count: number): void => {
    for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1);
  };
  const most = (1 << skipBits) - 1;
  const skip = (pixels: number): void => {
    let left = pixels;
    for (; left >= most; left -= most) {
      put(most, skipBits);
      if (emptyPlaces) put(0, horizontalBits + verticalBits);
    }
    put(left, skipBits);
  };
  let pixel = 0;
  for (const { pixel: at, x, y } of electrons) {
    skip(at - pixel);
    put(x ^ ((1 << horizontalBits) >> 1), horizontalBits);
    put(y ^ ((1 << verticalBits) >> 1), verticalBits);
    pixel = at + 1;
  }
  skip(total - pixel);
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [i, bit] of bits.entries()) bytes[i >> 3]! |= bit << (i & 7);
  return bytes;
}

/** What a test's movie is made of. */
export interface EerParts {
  readonly frames: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
  readonly compression: number;
  /** Said by tags 65007 to 65009 where it is given. */
  readonly coding?: EerCoding;
  readonly metadata?: string;
}

/** A BigTIFF file of the frames, a page for each. */
export function eerBytes({ frames, width, height, compression, coding, metadata }: EerParts): Uint8Array {
  const long = (number: number, value: number): TiffField => ({
    tag: number,
    type: valueType.long,
    values: [value],
  });
  const pieces = [encodeTiffHeader("big", 16)];
  let at = 16;
  for (const [i, frame] of frames.entries()) {
    const fields = (place: number): TiffField[] => [
      long(tag.width, width),
      long(tag.height, height),
      long(tag.compression, compression),
      long(tag.stripOffsets, place),
      long(tag.rowsPerStrip, height),
      long(tag.stripByteCounts, frame.length),
      ...(metadata !== undefined && i === 0
        ? [{ tag: 65001, type: valueType.ascii, values: [...new TextEncoder().encode(metadata), 0] }]
        : []),
      ...(coding === undefined
        ? []
        : [
            long(65007, coding.skipBits),
            long(65008, coding.horizontalBits),
            long(65009, coding.verticalBits),
          ]),
    ];
    const place = at + directoryBytes("big", fields(0));
    const end = place + frame.length + (frame.length % 2);
    pieces.push(encodeDirectory("big", fields(place), { at, next: i === frames.length - 1 ? 0 : end }));
    pieces.push(frame, new Uint8Array(frame.length % 2));
    at = end;
  }
  return new Uint8Array(Buffer.concat(pieces));
}
