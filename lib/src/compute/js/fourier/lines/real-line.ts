import type { RealArray } from "../../../../array/index.js";
import { kept } from "./kept.js";
import { lineBlock } from "./line-block.js";
import { linePlan } from "./line-plan.js";
import { unitRootInto } from "./unit-root.js";

/** Sizes whose roots are kept, 8 bytes per element each. */
const mostRoots = 8;

/** `exp(-2 pi i k / size)` for k from 0 to half the size. */
const halfCircle = kept(mostRoots, (size) => {
  const roots = new Float64Array(size + 2);
  for (let k = 0; k <= size / 2; k++) unitRootInto(roots, 2 * k, k, size);
  return roots;
});

/**
 * Transforms one real row of even size by a complex line of half the size: its even elements E travel as the real and its
 * odd ones O as the imaginary part, and F(k) = E(k) + exp(-2 pi i k / size) O(k).
 */
export function realLineToHalf(from: RealArray, to: RealArray, size: number): void {
  const half = size / 2;
  const block = lineBlock(half, 1);
  for (let j = 0; j < half; j++) {
    block.re[j] = from[2 * j]!;
    block.im[j] = from[2 * j + 1]!;
  }
  linePlan(half).transform(block, 1);
  const { re, im } = block;
  const roots = halfCircle(size);
  for (let k = 0; k <= half; k++) {
    const here = k % half;
    const mate = (half - k) % half;
    const evenR = (re[here]! + re[mate]!) / 2;
    const evenI = (im[here]! - im[mate]!) / 2;
    const oddR = (im[here]! + im[mate]!) / 2;
    const oddI = (re[mate]! - re[here]!) / 2;
    const [wr, wi] = [roots[2 * k]!, roots[2 * k + 1]!];
    to[2 * k] = evenR + wr * oddR - wi * oddI;
    to[2 * k + 1] = evenI + wr * oddI + wi * oddR;
  }
}

/** The inverse of {@link realLineToHalf}, multiplied by `scale`; imaginary parts of its two ends are dropped. */
export function halfLineToReal(from: RealArray, to: RealArray, size: number, scale: number): void {
  const half = size / 2;
  const block = lineBlock(half, 1);
  const roots = halfCircle(size);
  for (let k = 0; k < half; k++) {
    const mate = half - k;
    const end = k === 0;
    const hereI = end ? 0 : from[2 * k + 1]!;
    const mateI = end ? 0 : from[2 * mate + 1]!;
    const sumR = from[2 * k]! + from[2 * mate]!;
    const sumI = hereI - mateI;
    const differenceR = from[2 * k]! - from[2 * mate]!;
    const differenceI = hereI + mateI;
    const [wr, wi] = [roots[2 * k]!, -roots[2 * k + 1]!];
    const oddR = wr * differenceR - wi * differenceI;
    const oddI = wr * differenceI + wi * differenceR;
    // E + iO, with real and imaginary parts exchanged so that the forward plan runs backward
    block.im[k] = sumR - oddI;
    block.re[k] = sumI + oddR;
  }
  linePlan(half).transform(block, 1);
  for (let j = 0; j < half; j++) {
    to[2 * j] = block.im[j]! * scale;
    to[2 * j + 1] = block.re[j]! * scale;
  }
}
