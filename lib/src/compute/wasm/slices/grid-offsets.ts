import type { Tables } from "../phase.js";
import type { SliceGridSize } from "../../jobs/slice-jobs.js";

/** Bytes of a sample: a complex number; where slices are inserted with its weight, filled up to a vector. */
const sampleBytes = { gather: 8, insert: 16 } as const;
/** Samples lie in bricks of 4 x 4 x 4, so that the eight around a place share cache lines. */
const brick = 4;

/** Numbers that a grid takes in whole bricks. */
export function gridLength({ paddedSizePx, use }: SliceGridSize): number {
  const bricks = Math.ceil(paddedSizePx / brick);
  const across = Math.ceil((paddedSizePx / 2 + 1) / brick);
  return ((bricks * bricks * across * brick ** 3) / 4) * sampleBytes[use];
}

/** Bytes of one plane of a grid. */
export function planeBytes({ paddedSizePx, use }: SliceGridSize): number {
  return paddedSizePx * (paddedSizePx / 2 + 1) * sampleBytes[use];
}

/**
 * Where the table of a grid's offsets is. A sample lies at the sum of its offsets along x, y and z, in bytes. Each axis has
 * `paddedSizePx + 2` pairs: of a sample, and of the next one. Those of x begin at 0; those of y and z at `-size / 2 - 1`, and
 * come round like the transform's frequencies. Beyond the last column the last one is repeated.
 */
export function gridOffsets(size: SliceGridSize, tables: Tables): number {
  return tables.keep(`offsets of slice grid ${size.paddedSizePx} ${size.use}`, () => makeOffsets(size));
}

function makeOffsets({ paddedSizePx: n, use }: SliceGridSize): Int32Array {
  const half = n / 2;
  const across = Math.ceil((half + 1) / brick);
  const rows = Math.ceil(n / brick) * across;
  const unit = sampleBytes[use];
  const offset = (index: number, bricks: number, within: number): number =>
    unit * (Math.floor(index / brick) * bricks * brick ** 3 + (index % brick) * within);
  const around = (index: number): number => (index + 2 * n) % n;
  const pairs = (at: (place: number) => number): number[] =>
    Array.from({ length: n + 2 }, (_, place) => [at(place), at(place + 1)]).flat();
  return Int32Array.from([
    ...pairs((place) => offset(Math.min(place, half), 1, 1)),
    ...pairs((place) => offset(around(place - half - 1), across, brick)),
    ...pairs((place) => offset(around(place - half - 1), rows, brick ** 2)),
  ]);
}
