import type { Task } from "../core/index.js";
import type { Statistics } from "./statistics.js";
import { statistics } from "./statistics.js";
import type { RealArray } from "./types.js";

/** Elements of a block: they stay in the cache from its first pass to its second. */
const blockElements = 2 ** 16;

/**
 * {@link statistics} of a large array without holding the thread: block by block, joined by the moments of two parts
 * (Chan, Golub and LeVeque 1983, Am. Stat. 37:242).
 */
export async function statisticsInBlocks(data: RealArray, task: Task): Promise<Statistics> {
  let all = statistics(data.subarray(0, blockElements));
  for (let start = blockElements; start < data.length; start += blockElements) {
    await task.breathe();
    all = joined(all, statistics(data.subarray(start, start + blockElements)));
  }
  return all;
}

function joined(a: Statistics, b: Statistics): Statistics {
  const count = a.count + b.count;
  const notFinite = a.notFinite + b.notFinite;
  if (a.count === 0 || b.count === 0) return { ...(a.count === 0 ? b : a), notFinite };
  const step = b.mean - a.mean;
  const squares = a.count * a.sd ** 2 + b.count * b.sd ** 2 + (step * step * a.count * b.count) / count;
  return {
    count,
    notFinite,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    mean: a.mean + (step * b.count) / count,
    sd: Math.sqrt(squares / count),
  };
}
