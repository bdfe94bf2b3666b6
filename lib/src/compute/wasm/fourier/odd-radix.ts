import type { Tables } from "../phase.js";
import { doubleTransform } from "./double-transform.js";
import { levels } from "./levels.js";
import { radicesOf } from "./radices.js";
import { rootsTable } from "./twiddles.js";
import { unitRoot } from "./unit-root.js";

/** Radices that have a butterfly of their own, which knows its roots. */
const known: readonly number[] = [2, 3, 4, 5, 7, 8];

/** What the butterfly of any other odd number needs; see assembly/fourier/line-plan.ts. 0 where a radix has one of its own. */
export function oddRadixTable(radix: number, tables: Tables): number {
  if (known.includes(radix)) return 0;
  const row = convolves(radix) ? raderRow(radix, tables) : [rootsTable(radix, tables), 0, 0, 0, 0];
  return tables.keep(`fourier/odd/${radix}`, () => Int32Array.from(row));
}

/**
 * Whether a radix takes less time as a convolution: a prime, one less than a product of radices that have butterflies of their
 * own. Below the least one the transforms of the convolution cost more than they save; up to the largest a second cache holds them.
 */
export function convolves(radix: number): boolean {
  if (radix < 37 || radix > 1024) return false;
  return radicesOf(radix).length === 1 && radicesOf(radix - 1).every((factor) => known.includes(factor));
}

function raderRow(prime: number, tables: Tables): readonly number[] {
  const size = prime - 1;
  const powers = powersOf(generatorOf(prime), prime);
  const inverse = [1, ...powers.slice(1).reverse()];
  const radices = radicesOf(size);
  return [
    0,
    tables.keep(`fourier/powers/${prime}`, () => Int32Array.from([...powers, ...inverse])),
    tables.keep(`fourier/rader/${prime}`, () => kernelOf(inverse, prime)),
    radices.length,
    levels("wide", size, radices, tables, () => 0),
  ];
}

/** Transform of the roots in this order, divided by their number. */
function kernelOf(order: readonly number[], prime: number): Float32Array {
  const roots = Float64Array.from(order.flatMap((power) => unitRoot(power, prime)));
  return Float32Array.from(doubleTransform(roots), (part) => part / order.length);
}

/** The least number whose powers are all numbers from 1 to `prime - 1`. */
function generatorOf(prime: number): number {
  for (let candidate = 2; ; candidate++) {
    if (new Set(powersOf(candidate, prime)).size === prime - 1) return candidate;
  }
}

/** `base^q` modulo a prime, for q = 0 ... prime - 2. */
function powersOf(base: number, prime: number): number[] {
  const powers = [1];
  while (powers.length < prime - 1) powers.push((powers.at(-1)! * base) % prime);
  return powers;
}
