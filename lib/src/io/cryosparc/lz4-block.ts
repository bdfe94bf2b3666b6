import { FormatError } from "../../core/index.js";

/** Shortest repetition. */
const shortestMatch = 4;
/** Bytes of data that one byte of a block can stand for, at most. */
const mostExpansion = 255;

/** Where in a file a block lies, for errors. */
export interface BlockPlace {
  readonly file: string;
  readonly field: string;
  readonly offset: number;
}

/**
 * Expands a block of LZ4: literals and repetitions of what came before, in turn.
 *
 * @throws FormatError if it does not give exactly `length` bytes, or reaches before its beginning
 */
export function expandLz4Block(block: Uint8Array, length: number, place: BlockPlace): Uint8Array {
  const fail = (got: string): never => {
    throw new FormatError({ ...place, got, wanted: `${length} bytes in LZ4`, hint: "the file is damaged" });
  };
  if (length > mostExpansion * block.length) fail(`${block.length} bytes, which can't hold as many`);
  const out = new Uint8Array(length);
  let [from, to] = [0, 0];

  /** A count that overflows its four bits goes on in bytes, as long as they are 255. */
  const extended = (nibble: number): number => {
    let count = nibble;
    for (let more = nibble === 15; more;) {
      const byte = from < block.length ? block[from++]! : fail("the end within a length");
      count += byte;
      more = byte === 255;
    }
    return count;
  };

  while (from < block.length) {
    const token = block[from++]!;
    const literals = extended(token >>> 4);
    if (from + literals > block.length) fail("the end within literals");
    if (to + literals > length) fail("more bytes");
    out.set(block.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    if (from === block.length) break;
    if (from + 2 > block.length) fail("the end within an offset");
    const back = block[from]! | (block[from + 1]! << 8);
    from += 2;
    if (back === 0 || back > to) fail("a repetition of what lies before the beginning");
    const repeated = extended(token & 15) + shortestMatch;
    if (to + repeated > length) fail("more bytes");
    // a repetition may overlap itself, so that it is copied byte by byte
    for (const end = to + repeated; to < end; to++) out[to] = out[to - back]!;
  }
  return to === length ? out : fail(`${to} bytes`);
}
