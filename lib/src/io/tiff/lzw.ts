/** Codes that are no strings: begin anew, and end. */
const clearCode = 256;
const endCode = 257;
const firstFree = 258;
const mostCodes = 4096;
const mostBits = 12;

/** Where the string of each code was last put out, and its length. */
const starts = new Uint32Array(mostCodes);
const lengths = new Uint32Array(mostCodes);

/** What went wrong in data that can't be expanded. */
export class LzwFault {
  constructor(readonly got: string) {}
}

/**
 * Expands LZW as TIFF has it. Stops when `out` is full.
 *
 * Files from before TIFF 6.0 put the lowest bit of a code first and lengthen codes one code later; they are known by
 * their first code, which is always 256.
 *
 * @returns how many bytes of `out` were filled, or what is wrong
 */
export function decodeLzw(input: Uint8Array, out: Uint8Array): number | LzwFault {
  const lowFirst = input[0] === 0 && (input[1]! & 1) === 1;
  const early = lowFirst ? 0 : 1;
  const totalBits = 8 * input.length;
  let [width, next, to, bit] = [9, firstFree, 0, 0];
  let [start, length] = [0, 0];
  while (to < out.length && bit + width <= totalBits) {
    const code = lowFirst ? lowBits(input, bit, width) : highBits(input, bit, width);
    bit += width;
    if (code === endCode) break;
    if (code === clearCode) {
      [width, next, length] = [9, firstFree, 0];
      continue;
    }
    // the string before and the first letter of this one lie one behind the other in what is already put out
    if (length > 0 && next < mostCodes) {
      starts[next] = start;
      lengths[next] = length + 1;
      next += 1;
      if (next + early === 1 << width && width < mostBits) width += 1;
    }
    start = to;
    if (code < clearCode) {
      out[to++] = code;
      length = 1;
    } else {
      if (code >= next) return new LzwFault(`code ${code} where ${next - 1} is the last`);
      length = lengths[code]!;
      const from = starts[code]!;
      const end = Math.min(out.length, to + length);
      for (let i = from; to < end;) out[to++] = out[i++]!;
    }
  }
  return to;
}

/** `width` bits from `bit` on, the highest one first. */
function highBits(input: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const three = (input[at]! << 16) | (input[at + 1]! << 8) | input[at + 2]!;
  return (three >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
}

/** `width` bits from `bit` on, the lowest one first. */
function lowBits(input: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const three = input[at]! | (input[at + 1]! << 8) | (input[at + 2]! << 16);
  return (three >> (bit & 7)) & ((1 << width) - 1);
}
