import { fastSizeFrom } from "../../js/fourier/lines/factors.js";
import type { Tables } from "../phase.js";
import { convolutionTables } from "./convolution-tables.js";
import { levels } from "./levels.js";
import { convolves, oddRadixTable } from "./odd-radix.js";
import { largestRadix, radicesOf } from "./radices.js";

/** A plan for lines of one size in the kernels' memory; see assembly/fourier/line-plan.ts. */
export interface LinePlan {
  readonly size: number;
  readonly pointer: number;
  /** Bytes of four lines in work. */
  readonly workBytes: number;
  /** Bytes that a transform needs besides. */
  readonly roomBytes: number;
}

/** Bytes of the same element of four lines. */
const quartet = 32;
/** Most quartets of a block, of one radix or more: with its two buffers it stays in the first cache, of 32 KiB. */
const mostInBlock = 128;
/** Bytes left free after each block, so that blocks start at different places of a cache. */
const gap = 96;

/** The plan for lines of `size` elements. */
export function linePlan(size: number, tables: Tables): LinePlan {
  const radices = radicesOf(size);
  return radices.some((radix) => radix > largestRadix && !convolves(radix))
    ? convolutionPlan(size, tables)
    : radixPlan(size, radices, tables);
}

/** A plan of heads, which cut lines into blocks, and of passes over a block. */
function radixPlan(size: number, radices: readonly number[], tables: Tables): LinePlan {
  const { heads, passes } = shared(radices);
  const tableOf = (radix: number): number => oddRadixTable(radix, tables);
  const tail = product(passes);
  // two buffers of a block, and what the butterfly of a large radix, which may hold transforms, takes besides
  const roomBytes = align((2 * tail + 3 * Math.max(0, ...radices) + 9) * quartet);
  return keptPlan(
    {
      size,
      tail,
      heads,
      head: levels("compact", size, heads, tables, tableOf),
      passes: passes.length,
      pass: levels("wide", tail, passes, tables, tableOf),
      convolution: 0,
      roomBytes,
    },
    tables,
  );
}

/** A plan for a size with a large prime factor: a convolution at a fast size. */
function convolutionPlan(size: number, tables: Tables): LinePlan {
  const inner = linePlan(fastSizeFrom(2 * size - 1), tables);
  const { chirp, kernel } = convolutionTables(size, inner.size, tables);
  const convolution = tables.keep(`fourier/convolution/${size}`, () =>
    Int32Array.of(inner.pointer, chirp, kernel),
  );
  const roomBytes = 2 * inner.workBytes + inner.roomBytes;
  return keptPlan(
    { size, tail: size, heads: [], head: 0, passes: 0, pass: 0, convolution, roomBytes },
    tables,
  );
}

interface PlanParts {
  readonly size: number;
  readonly tail: number;
  readonly heads: readonly number[];
  readonly head: number;
  readonly passes: number;
  readonly pass: number;
  readonly convolution: number;
  readonly roomBytes: number;
}

/** Writes a plan to memory, in the order of assembly/fourier/line-plan.ts. */
function keptPlan(parts: PlanParts, tables: Tables): LinePlan {
  const { size, tail, heads, roomBytes } = parts;
  const blocks = product(heads);
  const pitch = tail * quartet + gap;
  const workBytes = align(blocks * pitch);
  const order = frequencyOrder(tail, blockOrder(heads), pitch);
  const key = `fourier/order/${tail}/${heads.join(".")}`;
  const offsets = tables.keep(key, () => Int32Array.from(order.offsets));
  const mirrored = tables.keep(`${key}/mirrored`, () => Int32Array.from(order.mirrored));
  const row = [
    ...[size, blocks, tail, pitch, order.group, order.advance, offsets, mirrored],
    ...[heads.length, parts.head, parts.passes, parts.pass, parts.convolution, workBytes, roomBytes],
  ];
  const pointer = tables.keep(`fourier/line/${size}`, () => Int32Array.from(row));
  return { size, pointer, workBytes, roomBytes };
}

/** Where frequencies p and -p lie, for p below a multiple of four of the blocks; the next ones lie `advance` bytes further. */
function frequencyOrder(
  tail: number,
  order: readonly number[],
  pitch: number,
): {
  readonly group: number;
  readonly advance: number;
  readonly offsets: readonly number[];
  readonly mirrored: readonly number[];
} {
  const blocks = order.length;
  const rounds = 4 / (blocks % 4 === 0 ? 4 : blocks % 2 === 0 ? 2 : 1);
  const group = rounds * blocks;
  const places = Array.from({ length: group }, (_, p) => [p % blocks, Math.floor(p / blocks)] as const);
  return {
    group,
    advance: rounds * quartet,
    offsets: places.map(([p, k]) => order[p]! * pitch + k * quartet),
    mirrored: places.map(([p, k]) =>
      p === 0 ? (tail - k) * quartet : order[blocks - p]! * pitch + (tail - 1 - k) * quartet,
    ),
  };
}

/** Which radices cut and which work on a block: the subset with the largest product that a block has room for. */
function shared(radices: readonly number[]): {
  readonly heads: readonly number[];
  readonly passes: readonly number[];
} {
  let best: readonly boolean[] = radices.map(() => true);
  const limit = Math.max(mostInBlock, ...radices);
  if (product(radices) > limit) {
    let most = 0;
    for (let choice = 0; choice < 2 ** radices.length; choice++) {
      const inBlock = radices.map((_, i) => ((choice >> i) & 1) === 1);
      const size = product(radices.filter((_, i) => inBlock[i]));
      if (size > most && size <= limit) [most, best] = [size, inBlock];
    }
  }
  return { heads: radices.filter((_, i) => !best[i]), passes: radices.filter((_, i) => best[i]) };
}

/** For each p below the product of the heads, the block that the heads leave frequencies `p + blocks * k` in. */
function blockOrder(heads: readonly number[]): number[] {
  let order = [0];
  // the last head first: its results are side by side
  for (const [h, radix] of [...heads.entries()].reverse()) {
    const inside = product(heads.slice(h + 1));
    const inner = order;
    order = [];
    for (const block of inner) for (let k = 0; k < radix; k++) order.push(k * inside + block);
  }
  return order;
}

const product = (numbers: readonly number[]): number => numbers.reduce((a, b) => a * b, 1);
const align = (bytes: number): number => Math.ceil(bytes / 64) * 64;
