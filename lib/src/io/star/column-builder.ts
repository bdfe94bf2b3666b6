import { isNan, parseNumber } from "./number.js";

/** Rows for which a column has room at first. */
const firstRows = 8;
/** A column that is filled so far keeps the room that is left rather than being copied. */
const mostlyFilled = 0.9;

/** A column on its way: takes the values of its place in the rows, one after the other. */
export class ColumnBuilder {
  private readonly words: string[] | undefined;
  private values: Float64Array<ArrayBuffer> = new Float64Array(0);
  private count = 0;
  private last = "";
  private lastBytes: Uint8Array = new Uint8Array(0);
  private lastLength = -1;

  /** A column of numbers, or of words. */
  constructor(readonly holdsNumbers: boolean) {
    this.words = holdsNumbers ? undefined : [];
  }

  /** Takes a number; about `expected` values will come in all. */
  add(value: number, expected: number): void {
    if (this.count === this.values.length) this.grow(expected);
    this.values[this.count++] = value;
  }

  /** Takes a value as it is spelled; false where it is no number and the column one of numbers. */
  take(bytes: Uint8Array, start: number, end: number, expected: number): boolean {
    if (this.words !== undefined) {
      this.words.push(this.wordOf(bytes, start, end));
      return true;
    }
    const value = parseNumber(bytes, start, end);
    if (Number.isNaN(value) && !isNan(bytes, start, end)) return false;
    this.add(value, expected);
    return true;
  }

  finish(): Float64Array | readonly string[] {
    if (this.words !== undefined) return this.words;
    const { values, count } = this;
    return count < mostlyFilled * values.length ? values.slice(0, count) : values.subarray(0, count);
  }

  /** Makes room for as many as are expected, but for no more than four times what there is: an expectation may be wrong. */
  private grow(expected: number): void {
    const { values } = this;
    const least = values.length + firstRows;
    this.values = new Float64Array(
      Math.max(least, Math.min(4 * values.length, Math.max(expected, 1.25 * values.length))),
    );
    this.values.set(values);
  }

  /** A word that equals the one before it is that one: names of micrographs come in long runs. */
  private wordOf(bytes: Uint8Array, start: number, end: number): string {
    const length = end - start;
    let same = length === this.lastLength;
    for (let i = length - 1; same && i >= 0; i--) same = this.lastBytes[i] === bytes[start + i];
    if (same) return this.last;
    if (length > this.lastBytes.length) this.lastBytes = new Uint8Array(2 * length);
    for (let i = 0; i < length; i++) this.lastBytes[i] = bytes[start + i]!;
    this.lastLength = length;
    return (this.last = decode(bytes, start, end));
  }
}

const utf8 = new TextDecoder();

/** The text of some bytes, in UTF-8. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return utf8.decode(bytes.subarray(start, end));
}
