import type { EerCoding } from "./coding.js";

/** How far the reading of a frame has come. */
export interface EventCursor {
  /** The next bit. */
  bit: number;
  /** The next pixel. */
  pixel: number;
}

/** Electrons of a frame, in the order of their pixels. */
export interface Events {
  /** Number of the pixel, row after row. */
  readonly pixels: Uint32Array;
  /** Place in the pixel: the bits along x lowest, those along y above; 0 is the left, or first, part. */
  readonly places: Uint8Array;
}

/** Electrons handled between two looks at the clock. */
export const roomAtOnce: number = 2 ** 18;

/** Room for so many electrons. */
export function eventRoom(count: number): Events {
  return { pixels: new Uint32Array(count), places: new Uint8Array(count) };
}

/**
 * Reads electrons until `events` is full or the frame ends, the lowest bit of a byte first, and moves the cursor on.
 *
 * The frame has ended when the cursor's pixel is not below `total`; it is intact if the pixel is `total` then. If the bits end
 * before, the cursor stands at the last of them.
 *
 * @returns how many electrons were read
 */
export function decodeEvents(
  bytes: Uint8Array,
  { skipBits, horizontalBits, verticalBits, emptyPlaces }: EerCoding,
  total: number,
  cursor: EventCursor,
  { pixels, places }: Events,
): number {
  const placeBits = horizontalBits + verticalBits;
  const emptyBits = emptyPlaces ? placeBits : 0;
  const [skipMask, placeMask] = [(1 << skipBits) - 1, (1 << placeBits) - 1];
  // the highest bit of each place is written the other way round: places count from the centre of the pixel
  const turned = ((1 << horizontalBits) >> 1) | (((1 << verticalBits) >> 1) << horizontalBits);
  const lastSkip = 8 * bytes.length - skipBits;
  let { bit, pixel } = cursor;
  let count = 0;
  while (bit <= lastSkip && count < pixels.length) {
    const at = bit >>> 3;
    const window =
      (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> (bit & 7);
    const skip = window & skipMask;
    bit += skipBits;
    pixel += skip;
    if (pixel >= total) break;
    if (skip === skipMask) {
      bit += emptyBits;
      continue;
    }
    pixels[count] = pixel++;
    places[count++] = ((window >>> skipBits) & placeMask) ^ turned;
    bit += placeBits;
  }
  cursor.bit = bit;
  cursor.pixel = pixel;
  return count;
}

/** Where a frame ends that is read to its last bit: at pixel `total` if it is intact. */
export function endOfFrame(bytes: Uint8Array, coding: EerCoding, total: number): number {
  const cursor = { bit: 0, pixel: 0 };
  const events = eventRoom(Math.min(total, roomAtOnce));
  while (decodeEvents(bytes, coding, total, cursor, events) > 0 && cursor.pixel < total);
  return cursor.pixel;
}

/** Most pixels that so many bytes can cover: all of them skipped. */
export function mostPixels(bytes: number, { skipBits }: EerCoding): number {
  return Math.floor((8 * bytes) / skipBits) * ((1 << skipBits) - 1);
}
