import { bytesOf } from "../number-type.js";
import type { NumberType } from "../number-type.js";

/** Adds up the differences in each row, in place: bytes are in this machine's order. */
export function undoDifferences(bytes: Uint8Array, type: NumberType, columns: number): void {
  const values = wordsOf(bytes, bytesOf[type]);
  for (let row = 0; row < values.length; row += columns) {
    for (let i = row + 1; i < row + columns; i++) values[i]! += values[i - 1]!;
  }
}

/** Takes differences along each row, in place: what {@link undoDifferences} undoes. */
export function takeDifferences(bytes: Uint8Array, type: NumberType, columns: number): void {
  const values = wordsOf(bytes, bytesOf[type]);
  for (let row = 0; row < values.length; row += columns) {
    for (let i = row + columns - 1; i > row; i--) values[i]! -= values[i - 1]!;
  }
}

/** Whole numbers without a sign that share the bytes; those of 8 bytes would need more than a number holds. */
function wordsOf(bytes: Uint8Array, size: number): Uint8Array | Uint16Array | Uint32Array {
  if (size === 1) return bytes;
  const { buffer, byteOffset, length } = bytes;
  return size === 2
    ? new Uint16Array(buffer, byteOffset, length / 2)
    : new Uint32Array(buffer, byteOffset, length / 4);
}

/**
 * Undoes the predictor of floating-point numbers in place: in each row the highest bytes of all numbers come first, then
 * the next ones, and of that line of bytes the differences are kept.
 */
export function undoFloatDifferences(
  bytes: Uint8Array,
  size: number,
  columns: number,
  lowestFirst: boolean,
): void {
  const rowBytes = size * columns;
  const line = new Uint8Array(rowBytes);
  for (let start = 0; start < bytes.length; start += rowBytes) {
    let sum = 0;
    for (let i = 0; i < rowBytes; i++) {
      sum = (sum + bytes[start + i]!) & 255;
      line[i] = sum;
    }
    for (let plane = 0; plane < size; plane++) {
      const byte = lowestFirst ? size - 1 - plane : plane;
      for (let i = 0; i < columns; i++) bytes[start + i * size + byte] = line[plane * columns + i]!;
    }
  }
}
