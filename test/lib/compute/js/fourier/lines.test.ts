import { describe, expect, test } from "vitest";
import { complexAxisInto } from "../../../../../lib/src/compute/js/fourier/lines/complex-axis.js";
import { halfRowsToReal, realRowsToHalf } from "../../../../../lib/src/compute/js/fourier/lines/real-axis.js";
import type { Breathe } from "../../../../../lib/src/compute/progress.js";
import { kept } from "../../../../../lib/src/compute/js/fourier/lines/kept.js";
import { fastSizeFrom, radices } from "../../../../../lib/src/compute/js/fourier/lines/factors.js";
import { batchFor, exchange, lineBlock } from "../../../../../lib/src/compute/js/fourier/lines/line-block.js";
import { bluesteinPlan } from "../../../../../lib/src/compute/js/fourier/lines/bluestein.js";
import { linePlan } from "../../../../../lib/src/compute/js/fourier/lines/line-plan.js";
import { mixedRadixPlan } from "../../../../../lib/src/compute/js/fourier/lines/mixed-radix.js";
import { unitRootInto } from "../../../../../lib/src/compute/js/fourier/lines/unit-root.js";
import { largestDifference, noise } from "../../../fourier/arrays.js";

describe("roots of unity", () => {
  test("lie on the circle at their angle, for every k of every n up to 50", () => {
    const out = new Float64Array(2);
    for (let n = 1; n <= 50; n++) {
      for (let k = 0; k < 2 * n; k++) {
        unitRootInto(out, 0, k, n);
        expect(out[0]).toBeCloseTo(Math.cos((2 * Math.PI * k) / n), 14);
        expect(out[1]).toBeCloseTo(-Math.sin((2 * Math.PI * k) / n), 14);
      }
    }
  });

  test("are exact at the quarters", () => {
    const out = new Float64Array(8);
    for (let k = 0; k < 4; k++) unitRootInto(out, 2 * k, k, 4);
    expect(out.map((value) => value + 0)).toEqual(Float64Array.of(1, 0, 0, -1, -1, 0, 0, 1));
  });
});

test("a size is the product of its radices", () => {
  for (let n = 1; n <= 300; n++) expect(radices(n).reduce((a, b) => a * b, 1)).toBe(n);
  expect(radices(1)).toEqual([]);
  expect(radices(96)).toEqual([4, 4, 2, 3]);
  expect(radices(3838)).toEqual([2, 19, 101]);
});

test("fast sizes hold 2, 3 and 5 only and are the next ones", () => {
  expect([1, 7, 97, 121, 4097].map(fastSizeFrom)).toEqual([1, 8, 100, 125, 4320]);
});

test("a block holds at least one line and never more than there are", () => {
  expect(batchFor(1e6, 10)).toBe(1);
  expect(batchFor(16, 3)).toBe(3);
  expect(batchFor(16, 1000)).toBe(16);
});

test("exchanging twice changes nothing", () => {
  const block = lineBlock(3, 2);
  const { re, spareIm } = block;
  exchange(block);
  expect(block.im).toBe(spareIm);
  exchange(block);
  expect(block.re).toBe(re);
});

describe("plans", () => {
  /** Rounding of double precision on standard normal numbers, summed over at most 101 of them. */
  const rounding = 1e-12;

  test.each([1, 2, 7, 16, 31, 60, 67, 101])(
    "the convolution gives what the factors give, size %i, in blocks of 1 and 3 lines",
    (size) => {
      for (const batch of [1, 3]) {
        const [a, b] = [lineBlock(size, batch), lineBlock(size, batch)];
        for (const block of [a, b]) {
          block.re.set(noise(size * batch, 1));
          block.im.set(noise(size * batch, 2));
        }
        mixedRadixPlan(size).transform(a, batch);
        bluesteinPlan(size).transform(b, batch);
        expect(largestDifference(a.re, b.re)).toBeLessThan(rounding);
        expect(largestDifference(a.im, b.im)).toBeLessThan(rounding);
      }
    },
  );

  test("lines of a block don't touch each other", () => {
    const size = 30;
    const block = lineBlock(size, 4);
    const alone = lineBlock(size, 1);
    const data = noise(size);
    for (let j = 0; j < size; j++) block.re[4 * j + 2] = alone.re[j] = data[j]!;
    linePlan(size).transform(block, 4);
    linePlan(size).transform(alone, 1);
    expect(Array.from(alone.re)).toEqual(Array.from({ length: size }, (_, j) => block.re[4 * j + 2]));
    expect(block.re.filter((_, i) => i % 4 !== 2).every((value) => value === 0)).toBe(true);
  });

  test("a plan is made once, and made again after many others", () => {
    const plan = linePlan(77);
    expect(linePlan(77)).toBe(plan);
    for (let size = 100; size < 140; size++) linePlan(size);
    expect(linePlan(77)).not.toBe(plan);
  });
});

describe("between blocks of lines", () => {
  /** Always asks for a turn of the event loop; counts how often it asked and had one, and keeps the last share. */
  function breathing(): { readonly breathe: Breathe; readonly seen: () => readonly number[] } {
    let [asked, had, last] = [0, 0, 0];
    const breathe: Breathe = (share) => {
      asked += 1;
      last = share;
      return new Promise((resolve) => {
        setImmediate(() => {
          had += 1;
          resolve();
        });
      });
    };
    return { breathe, seen: () => [asked, had, last] };
  }

  test.each<[string, number, (breathe: Breathe) => Promise<void>]>([
    [
      "columns",
      4,
      (breathe) =>
        complexAxisInto(new Float32Array(8192), { outer: 1, size: 64, inner: 64 }, "forward", 1, breathe),
    ],
    [
      "rows",
      4,
      (breathe) =>
        complexAxisInto(new Float32Array(8192), { outer: 64, size: 64, inner: 1 }, "inverse", 1, breathe),
    ],
    [
      "real rows",
      2,
      (breathe) => realRowsToHalf(new Float32Array(4096), new Float32Array(4224), 64, 64, breathe),
    ],
    [
      "half rows",
      2,
      (breathe) => halfRowsToReal(new Float32Array(4224), new Float32Array(4096), 64, 64, 1, breathe),
    ],
  ])("transforms breathe and wait for it: %s", async (_, blocks, transform) => {
    const { breathe, seen } = breathing();
    await transform(breathe);
    expect(seen()).toEqual([blocks, blocks, 1]);
  });
});

test("what is kept is made once, and the one unused for longest goes first", () => {
  let made = 0;
  const counted = kept(2, (size) => ({ size, number: ++made }));
  expect([counted(1), counted(2), counted(1), counted(3)].map(({ number }) => number)).toEqual([1, 2, 1, 3]);
  expect(counted(1).number).toBe(1);
  expect(counted(2).number).toBe(4);
});
