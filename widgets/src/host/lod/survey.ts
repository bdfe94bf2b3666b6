import { startTask } from "vitrine/core";
import type { Statistics } from "vitrine";
import { readBlock, readElement, type Density } from "./density.js";

/** What one look over all the data says. */
export interface Survey {
  readonly statistics: Statistics;
  /** 101 densities: percentile 0, 1, … 100. All 0 where nothing is finite. */
  readonly percentiles: readonly number[];
}

/** Elements between two looks at the clock. */
const blockLength = 2 ** 18;
/**
 * Elements the percentiles between 0 and 100 are drawn from. 2^17: their standard error is below 0.15 percentile
 * points, and sorting takes 10 ms. Smaller data are taken whole, so that theirs are exact.
 */
const sampleLength = 2 ** 17;

interface Moments {
  count: number;
  notFinite: number;
  min: number;
  max: number;
  sum: number;
  squares: number;
}

/** Moments of all elements and percentiles of a sample, in one pass that lets the event loop breathe. */
export async function survey(density: Density): Promise<Survey> {
  const sample = sortedSample(density);
  // moments about a typical value: a large offset then costs no digits
  const pivot = sample.length === 0 ? 0 : sample[sample.length >> 1]!;
  const total: Moments = {
    count: 0,
    notFinite: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    sum: 0,
    squares: 0,
  };
  const task = startTask();
  const length = density.parts[0]!.length;
  const scratch = new Float32Array(density.parts.length === 1 ? 0 : Math.min(blockLength, length));
  for (let start = 0; start < length; start += blockLength) {
    const block = readBlock(density, start, Math.min(length, start + blockLength), scratch);
    if (!addFinite(total, block, pivot)) addCarefully(total, block, pivot);
    await task.breathe();
  }
  const statistics = finished(total, pivot);
  return { statistics, percentiles: percentilesOf(sample, statistics) };
}

/** Adds a block in the fast way and says whether all of it was finite; if not, nothing is added. */
function addFinite(total: Moments, block: Float32Array, pivot: number): boolean {
  let min = block[0]!;
  let max = min;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < block.length; i++) {
    const value = block[i]!;
    const offset = value - pivot;
    sum += offset;
    squares += offset * offset;
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  if (!Number.isFinite(squares)) return false;
  total.count += block.length;
  total.min = Math.min(total.min, min);
  total.max = Math.max(total.max, max);
  total.sum += sum;
  total.squares += squares;
  return true;
}

function addCarefully(total: Moments, block: Float32Array, pivot: number): void {
  for (const value of block) {
    if (!Number.isFinite(value)) {
      total.notFinite += 1;
      continue;
    }
    total.count += 1;
    total.sum += value - pivot;
    total.squares += (value - pivot) ** 2;
    if (value < total.min) total.min = value;
    if (value > total.max) total.max = value;
  }
}

function finished({ count, notFinite, min, max, sum, squares }: Moments, pivot: number): Statistics {
  const none = Number.NaN;
  if (count === 0) return { count, notFinite, min: none, max: none, mean: none, sd: none };
  const shift = sum / count;
  const variance = Math.max(0, squares / count - shift * shift);
  return { count, notFinite, min, max, mean: pivot + shift, sd: Math.sqrt(variance) };
}

/** Finite elements in rising order: all of them, or one from each of {@link sampleLength} stretches of equal length. */
function sortedSample(density: Density): Float32Array {
  const length = density.parts[0]!.length;
  const count = Math.min(length, sampleLength);
  const stretch = length / count;
  const sample = new Float32Array(count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    // a different place in every stretch, so that no row or column is met again and again
    const within = ((Math.imul(i, 0x9e3779b1) >>> 0) / 2 ** 32) * stretch;
    const value = readElement(density, Math.min(length - 1, Math.floor(i * stretch + within)));
    if (Number.isFinite(value)) sample[kept++] = value;
  }
  return sample.subarray(0, kept).sort();
}

function percentilesOf(sorted: Float32Array, { min, max }: Statistics): number[] {
  if (sorted.length === 0) return new Array<number>(101).fill(Number.isFinite(min) ? min : 0);
  const inner = Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent / 100));
  return [min, ...inner.slice(1, 100), max];
}

/** Linear between the order statistics, as numpy's default. */
function quantile(sorted: Float32Array, fraction: number): number {
  const at = fraction * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return low + (at - below) * (high - low);
}

/** Density at a percentile that need not be whole, linear between the 101 that are known. */
export function atPercentile(percentiles: readonly number[], percent: number): number {
  const below = Math.min(99, Math.floor(percent));
  return percentiles[below]! + (percent - below) * (percentiles[below + 1]! - percentiles[below]!);
}
