import { expect, test } from "vitest";
import { relativeError, noise } from "../../../fourier/arrays.js";
import { convolutionTables } from "../../../../../lib/src/compute/wasm/fourier/convolution-tables.js";
import { doubleTransform } from "../../../../../lib/src/compute/wasm/fourier/double-transform.js";
import { linePlan } from "../../../../../lib/src/compute/wasm/fourier/line-plan.js";
import { largestRadix, radicesOf } from "../../../../../lib/src/compute/wasm/fourier/radices.js";
import { convolves, oddRadixTable } from "../../../../../lib/src/compute/wasm/fourier/odd-radix.js";
import { rootsTable, twiddleTable } from "../../../../../lib/src/compute/wasm/fourier/twiddles.js";
import { unitRoot } from "../../../../../lib/src/compute/wasm/fourier/unit-root.js";
import type { Tables } from "../../../../../lib/src/compute/wasm/phase.js";
import { transformByDefinition } from "./definition.js";

type Table = Float32Array | Int32Array | Float64Array;

/** Tables kept side by side, each at a place of its own. */
function keeper(): { readonly tables: Tables; readonly at: (place: number) => Table } {
  const kept: Table[] = [];
  const places = new Map<string, number>();
  return {
    at: (place) => kept[place / 64 - 1]!,
    tables: {
      keep(key, make) {
        if (!places.has(key)) places.set(key, 64 * kept.push(make()));
        return places.get(key)!;
      },
    },
  };
}

test("a size is the product of its radices, and large primes come last", () => {
  for (let n = 1; n <= 600; n++) expect(radicesOf(n).reduce((a, b) => a * b, 1)).toBe(n);
  expect(radicesOf(1)).toEqual([]);
  expect(radicesOf(128)).toEqual([8, 4, 4]);
  expect(radicesOf(3838)).toEqual([2, 19, 101]);
});

test("roots lie on the circle at their angle and are exact at its quarters", () => {
  for (let n = 1; n <= 60; n++) {
    for (let k = 0; k < 2 * n; k++) {
      const [re, im] = unitRoot(k, n);
      expect(re).toBeCloseTo(Math.cos((2 * Math.PI * k) / n), 14);
      expect(im).toBeCloseTo(-Math.sin((2 * Math.PI * k) / n), 14);
    }
  }
  expect([0, 1, 2, 3].map((k) => unitRoot(k, 4).map((part) => part + 0))).toEqual([
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ]);
});

test("the transform for tables is the one of the definition", () => {
  for (const n of [1, 2, 7, 12, 100, 135]) {
    const data = noise(2 * n);
    expect(relativeError(doubleTransform(data), transformByDefinition(data, [n]))).toBeLessThan(1e-14 * n);
  }
});

test("wide twiddle factors are the compact ones, four times each part", () => {
  const { tables, at } = keeper();
  const compact = at(twiddleTable("compact", 5, 3, tables));
  const wide = at(twiddleTable("wide", 5, 3, tables));
  expect(Array.from(wide)).toEqual(Array.from(compact).flatMap((part) => [part, part, part, part]));
  expect(compact[2 * (2 * 4 + 1)]).toBeCloseTo(Math.cos((2 * Math.PI * 4) / 15), 7);
});

test("only radices without a butterfly of their own have tables", () => {
  const { tables, at } = keeper();
  expect([2, 3, 4, 5, 7, 8].map((radix) => oddRadixTable(radix, tables))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(at(rootsTable(13, tables)).length).toBe(2 * 2 * 4 * 6);
  expect(at(oddRadixTable(13, tables))[0]).toBe(rootsTable(13, tables));
});

test("primes convolve that are one more than a product of small numbers, not other odd numbers", () => {
  const convolving = Array.from({ length: 120 }, (_, n) => n).filter(convolves);
  expect(convolving).toEqual([37, 41, 43, 61, 71, 73, 97, 101, 109, 113]);
  expect(convolves(433)).toBe(true);
  expect(convolves(12289)).toBe(false); // 3 * 2^12 + 1: more than a cache holds
});

test("a convolving prime has all its elements and frequencies in the order of powers and of their inverses", () => {
  const { tables, at } = keeper();
  const [roots, powers, kernel] = at(oddRadixTable(101, tables));
  expect(roots).toBe(0);
  const order = Array.from(at(powers!));
  expect(order.slice(0, 100).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, q) => q + 1));
  for (let q = 0; q < 100; q++) expect((order[q]! * order[100 + q]!) % 101).toBe(1);
  // frequency 0 of the roots is their sum, -1; every other one has the modulus of a Gauss sum
  const spectrum = at(kernel!);
  const moduli = Array.from(
    { length: 100 },
    (_, k) => 100 * Math.hypot(spectrum[2 * k]!, spectrum[2 * k + 1]!),
  );
  expect(moduli[0]).toBeCloseTo(1, 6);
  for (const modulus of moduli.slice(1)) expect(modulus).toBeCloseTo(Math.sqrt(101), 5);
});

test("a chirp convolved with its conjugate is 1: their transforms are opposite", () => {
  const { tables, at } = keeper();
  const { chirp, kernel } = convolutionTables(7, 15, tables);
  expect(at(chirp).length).toBe(14);
  // the kernel at frequency 0 is the sum of the conjugate chirp and of its mirror image
  let sum = -1 / 15;
  for (let j = 0; j < 7; j++) sum += (2 * Math.cos((Math.PI * j * j) / 7)) / 15;
  expect(at(kernel)[0]).toBeCloseTo(sum, 6);
});

test("a plan is kept, and has room for a line", () => {
  const { tables } = keeper();
  for (const size of [1, 2, 128, 129, 1024, 3838, largestRadix, 211, 398]) {
    const plan = linePlan(size, tables);
    expect(linePlan(size, tables).pointer).toBe(plan.pointer);
    expect(plan.workBytes).toBeGreaterThanOrEqual(32 * (size + 1));
  }
});
