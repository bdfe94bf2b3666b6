import type { BitReader } from "./bit-reader.js";
import type { PrefixCode } from "./prefix-code.js";
import { decodeSymbol, readCodeLengths, prefixCode } from "./prefix-code.js";

/** Symbols that share one of a block's code tables. */
const groupSymbols = 50;

/** Reads one block and undoes its sort: the bytes before the last step, in which runs are still counted. */
export function readBlock(bits: BitReader, maxBytes: number): Uint8Array {
  if (bits.take(1) === 1) bits.fail("a randomised block of bzip2 0.9", "bzip2 1.0");
  const origin = bits.take(24);
  const alphabet = readAlphabet(bits);
  const symbols = alphabet.length + 2;
  const tableCount = bits.take(3);
  if (tableCount < 2 || tableCount > 6) bits.fail(`${tableCount} code tables`, "2 to 6");
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () =>
    prefixCode(readCodeLengths(bits, symbols), bits.fail),
  );
  const last = readSymbols(bits, { alphabet, selectors, tables, maxBytes });
  if (origin >= last.length)
    bits.fail(`origin ${origin} in a block of ${last.length}`, "an origin inside the block");
  return unsorted(last, origin);
}

/** Byte values that occur in the block, in order. */
function readAlphabet(bits: BitReader): Uint8Array {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const members = bits.take(16);
    for (let i = 0; i < 16; i++) if ((members & (0x8000 >> i)) !== 0) used.push(16 * range + i);
  }
  if (used.length === 0) bits.fail("a block without bytes", "at least one");
  return Uint8Array.from(used);
}

function readSelectors(bits: BitReader, tableCount: number): Uint8Array {
  const count = bits.take(15);
  if (count === 0) bits.fail("no table selectors", "at least one");
  const recent = Uint8Array.from({ length: tableCount }, (_, i) => i);
  const out = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let place = 0;
    while (bits.take(1) === 1)
      if (++place >= tableCount) bits.fail(`selector ${place}`, `below ${tableCount}`);
    out[i] = moveToFront(recent, place);
  }
  return out;
}

function moveToFront(recent: Uint8Array, place: number): number {
  const value = recent[place]!;
  recent.copyWithin(1, 0, place);
  recent[0] = value;
  return value;
}

interface Coded {
  readonly alphabet: Uint8Array;
  readonly selectors: Uint8Array;
  readonly tables: readonly PrefixCode[];
  readonly maxBytes: number;
}

/** The block's bytes in sorted order: prefix codes, then runs of the front symbol, then move to front. */
function readSymbols(bits: BitReader, { alphabet, selectors, tables, maxBytes }: Coded): Uint8Array {
  const recent = alphabet.slice();
  const out = new Uint8Array(maxBytes);
  const endSymbol = alphabet.length + 1;
  let length = 0;
  let run = 0;
  let digit = 1;
  for (let group = 0; group < selectors.length; group++) {
    const table = tables[selectors[group]!]!;
    for (let i = 0; i < groupSymbols; i++) {
      const symbol = decodeSymbol(bits, table);
      if (symbol <= 1) {
        // symbols 0 and 1 are the digits 1 and 2 of the run's length in a bijective base of two
        run += digit * (symbol + 1);
        digit *= 2;
        if (length + run > maxBytes) bits.fail("a run beyond the block", `at most ${maxBytes} bytes`);
        continue;
      }
      if (run > 0) {
        out.fill(recent[0]!, length, length + run);
        length += run;
        run = 0;
        digit = 1;
      }
      if (symbol === endSymbol) return out.subarray(0, length);
      if (length >= maxBytes) bits.fail("a block that does not end", `at most ${maxBytes} bytes`);
      out[length++] = moveToFront(recent, symbol - 1);
    }
  }
  return bits.fail("a block without an end mark", "one within its selectors");
}

/** Undoes the block sort: follows, from `origin`, each byte of the sorted rotations to the one behind it. */
function unsorted(last: Uint8Array, origin: number): Uint8Array {
  const starts = new Uint32Array(257);
  for (let i = 0; i < last.length; i++) starts[last[i]! + 1]!++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!;
  const next = new Uint32Array(last.length);
  for (let i = 0; i < last.length; i++) next[starts[last[i]!]!++] = i;
  const out = new Uint8Array(last.length);
  for (let i = 0, at = next[origin]!; i < out.length; i++, at = next[at]!) out[i] = last[at]!;
  return out;
}
