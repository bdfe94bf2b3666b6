import { requireInteger } from "./checks.js";

/** A stream of random numbers. The same seed and item give the same numbers, however the work was split. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number in [0, n). */
  integer(n: number): number;
  /** An independent stream for item `index`: counter-based, so it doesn't matter which items were drawn before. */
  item(index: number): Random;
}

/**
 * A seeded generator (Philox 4x32-10; Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", SC'11).
 * `seed` is a whole number in [0, 2^53).
 *
 * @example
 * ```ts
 * seeded(7).uniform() === seeded(7).uniform();             // true
 * seeded(7).item(3).normal() === seeded(7).item(3).normal(); // true
 * ```
 */
export function seeded(seed: number): Random {
  requireInteger("seed", seed, 0);
  return stream(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0, 0);
}

function stream(key0: number, key1: number, itemLow: number, itemHigh: number): Random {
  const block = new Uint32Array(4);
  let counter = 0;
  let used = 4;
  let spare = Number.NaN;
  const word = (): number => {
    if (used === 4) {
      philox(block, counter >>> 0, Math.floor(counter / 2 ** 32) >>> 0, itemLow, itemHigh, key0, key1);
      counter += 1;
      used = 0;
    }
    return block[used++]!;
  };
  const uniform = (): number => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
  return {
    uniform,
    normal() {
      if (!Number.isNaN(spare)) {
        const value = spare;
        spare = Number.NaN;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform())); // Box and Muller
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    integer(n) {
      requireInteger("n", n, 1);
      return Math.floor(uniform() * n);
    },
    item(index) {
      requireInteger("index", index, 0);
      // the item's number enters the counter; items of items get a key of their own, drawn where no stream comes
      const nested = itemLow !== 0 || itemHigh !== 0;
      const key = new Uint32Array(4);
      if (nested) philox(key, 0xffffffff, 0xffffffff, itemLow, itemHigh, key0, key1);
      return stream(
        nested ? key[0]! : key0,
        nested ? key[1]! : key1,
        (index + 1) >>> 0,
        Math.floor((index + 1) / 2 ** 32),
      );
    },
  };
}

function philox(
  out: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = multiply(0xd2511f53, c0);
    const [high1, low1] = multiply(0xcd9e8d57, c2);
    const n0 = (high1 ^ c1 ^ k0) >>> 0;
    const n2 = (high0 ^ c3 ^ k1) >>> 0;
    c0 = n0;
    c1 = low1;
    c2 = n2;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** 32 x 32 -> 64 bit product as [high, low]. */
function multiply(a: number, b: number): [number, number] {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const cross = (middle & 0xffff) + a0 * b1;
  const high = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000);
  return [high >>> 0, Math.imul(a, b) >>> 0];
}
