import { expect, test } from "vitest";
import { startTask } from "../../../lib/src/core/index.js";
import { boxSizeOf, forEachFrequencyRow, frequencyIndex, shellCount, shellIndex } from "vitrine/fourier";
import { halfShape } from "vitrine/fourier";
import { countOf } from "./arrays.js";

test("signed frequencies, Nyquist negative", () => {
  const all = (size: number): number[] =>
    Array.from({ length: size }, (_, index) => frequencyIndex(index, size));
  expect(all(1)).toEqual([0]);
  expect(all(4)).toEqual([0, 1, -2, -1]);
  expect(all(5)).toEqual([0, 1, 2, -2, -1]);
});

test("shells are the nearest whole number, up to Nyquist", () => {
  expect([0.49, 0.51, 2.5].map(shellIndex)).toEqual([0, 1, 3]);
  expect([1, 2, 7, 8].map(shellCount)).toEqual([1, 2, 4, 5]);
});

test.each([[[1]], [[6]], [[7]], [[4, 6]], [[5, 9]], [[3, 4, 6]], [[4, 4, 5]]])(
  "every coefficient is visited once, with its mate counted, %j",
  async (shape) => {
    const visited: number[] = [];
    let counts = 0;
    await forEachFrequencyRow(shape, startTask(), ({ start }, columns) => {
      columns.counts.forEach((count, x) => {
        visited.push(start + x);
        counts += count;
      });
    });
    expect(visited).toEqual(Array.from({ length: countOf(halfShape(shape)) }, (_, i) => i));
    expect(counts).toBe(countOf(shape));
  },
);

test("in a box that is not square the same wave length has the same radius along each axis", async () => {
  expect(boxSizeOf([6, 12])).toBe(12);
  const squares = new Map<number, number>();
  await forEachFrequencyRow([6, 12], startTask(), ({ start, square }, columns) => {
    columns.squares.forEach((x2, x) => squares.set(start + x, square + x2));
  });
  const wavesOf6px = [1 * 7, 2]; // one wave in 6 rows, two in 12 columns
  expect(wavesOf6px.map((at) => squares.get(at))).toEqual([4, 4]);
});
