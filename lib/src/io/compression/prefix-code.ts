import type { BitReader, Fail } from "./bit-reader.js";

const longestCode = 20;

/** A canonical prefix code: codes of one length are consecutive numbers. */
export interface PrefixCode {
  /** Highest code of each length; -1 where there is none. */
  readonly limit: Int32Array;
  /** What to take from a code of each length to get its place in `symbols`. */
  readonly base: Int32Array;
  /** Symbols by length of code, then by value. */
  readonly symbols: Uint16Array;
  readonly shortest: number;
}

/** Lengths of the codes of `count` symbols, each written as steps up or down from the one before. */
export function readCodeLengths(bits: BitReader, count: number): Uint8Array {
  const out = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > longestCode)
        bits.fail(`a code of ${length} bits`, `1 to ${longestCode} bits`);
      if (bits.take(1) === 0) break;
      length += bits.take(1) === 0 ? 1 : -1;
    }
    out[symbol] = length;
  }
  return out;
}

/** The code with these lengths. Fails where they promise more codes than there are bits for. */
export function prefixCode(lengths: Uint8Array, fail: Fail): PrefixCode {
  const limit = new Int32Array(longestCode + 1).fill(-1);
  const base = new Int32Array(longestCode + 1);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= longestCode; length++) {
    base[length] = code - place;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) symbols[place++] = symbol;
    }
    const end = base[length]! + place;
    if (end > 2 ** length) fail("overlapping codes", "a prefix code");
    if (end > code) limit[length] = end - 1;
    code = 2 * end;
  }
  return { limit, base, symbols, shortest: Math.min(...lengths) };
}

/** The next symbol. */
export function decodeSymbol(bits: BitReader, { limit, base, symbols, shortest }: PrefixCode): number {
  let code = bits.take(shortest);
  for (let length = shortest; length <= longestCode; length++) {
    if (code <= limit[length]!) return symbols[code - base[length]!]!;
    code = code * 2 + bits.take(1);
  }
  return bits.fail("a code that stands for nothing", "one of the table's codes");
}
