import type { RealArray } from "../../../../array/index.js";
import type { Breathe } from "../../../progress.js";
import { batchFor, lineBlock } from "./line-block.js";
import type { LineBlock } from "./line-block.js";
import { linePlan } from "./line-plan.js";
import { halfLineToReal, realLineToHalf } from "./real-line.js";

/**
 * Transforms `rows` real rows of `size` elements to their first `floor(size / 2) + 1` complex coefficients.
 * Two rows travel as the real and imaginary part of one line, for odd sizes too, so a row costs half a complex transform;
 * a single row of even size travels as one line of half its length.
 */
export async function realRowsToHalf(
  from: RealArray,
  to: RealArray,
  rows: number,
  size: number,
  breathe: Breathe,
): Promise<void> {
  if (rows === 1 && size % 2 === 0) return realLineToHalf(from, to, size);
  await overPairs(rows, size, breathe, (block, batch, firstRow) => {
    for (let b = 0; b < batch; b++) loadPair(from, firstRow + 2 * b, rows, size, block, batch, b);
    linePlan(size).transform(block, batch);
    for (let b = 0; b < batch; b++) splitPair(block, batch, b, to, firstRow + 2 * b, rows, size);
  });
}

/** The inverse of {@link realRowsToHalf}, each result multiplied by `scale`; imaginary parts that a real row can't have are dropped. */
export async function halfRowsToReal(
  from: RealArray,
  to: RealArray,
  rows: number,
  size: number,
  scale: number,
  breathe: Breathe,
): Promise<void> {
  if (rows === 1 && size % 2 === 0) return halfLineToReal(from, to, size, scale);
  await overPairs(rows, size, breathe, (block, batch, firstRow) => {
    for (let b = 0; b < batch; b++) joinPair(from, firstRow + 2 * b, rows, size, block, batch, b);
    linePlan(size).transform(block, batch);
    for (let b = 0; b < batch; b++) storePair(block, batch, b, to, firstRow + 2 * b, rows, size, scale);
  });
}

async function overPairs(
  rows: number,
  size: number,
  breathe: Breathe,
  transform: (block: LineBlock, batch: number, firstRow: number) => void,
): Promise<void> {
  const lines = Math.ceil(rows / 2);
  const most = batchFor(size, lines);
  let block = lineBlock(size, most);
  for (let line = 0; line < lines; line += most) {
    const batch = Math.min(most, lines - line);
    if (batch !== most) block = lineBlock(size, batch);
    transform(block, batch, 2 * line);
    const pause = breathe((line + batch) / lines);
    if (pause !== undefined) await pause;
  }
}

function loadPair(
  from: RealArray,
  row: number,
  rows: number,
  size: number,
  { re, im }: LineBlock,
  batch: number,
  b: number,
): void {
  const first = row * size;
  const second = first + size;
  const paired = row + 1 < rows;
  for (let j = 0, at = b; j < size; j++, at += batch) {
    re[at] = from[first + j]!;
    im[at] = paired ? from[second + j]! : 0;
  }
}

/** From the transform Z of rows a + ib: A(k) = (Z(k) + Z*(-k)) / 2 and B(k) = (Z(k) - Z*(-k)) / 2i. */
function splitPair(
  { re, im }: LineBlock,
  batch: number,
  b: number,
  to: RealArray,
  row: number,
  rows: number,
  size: number,
): void {
  const width = Math.floor(size / 2) + 1;
  const first = 2 * row * width;
  const second = first + 2 * width;
  const paired = row + 1 < rows;
  for (let k = 0; k < width; k++) {
    const here = k * batch + b;
    const mate = (k === 0 ? 0 : size - k) * batch + b;
    const zr = re[here]!;
    const zi = im[here]!;
    const mr = re[mate]!;
    const mi = im[mate]!;
    to[first + 2 * k] = (zr + mr) / 2;
    to[first + 2 * k + 1] = (zi - mi) / 2;
    if (paired) {
      to[second + 2 * k] = (zi + mi) / 2;
      to[second + 2 * k + 1] = (mr - zr) / 2;
    }
  }
}

/** Z(k) = A(k) + iB(k), with real and imaginary parts exchanged so that the forward plan runs backward. */
function joinPair(
  from: RealArray,
  row: number,
  rows: number,
  size: number,
  { re, im }: LineBlock,
  batch: number,
  b: number,
): void {
  const width = Math.floor(size / 2) + 1;
  const first = 2 * row * width;
  const second = first + 2 * width;
  const paired = row + 1 < rows;
  for (let k = 0; k < width; k++) {
    const here = k * batch + b;
    const mate = (k === 0 ? 0 : size - k) * batch + b;
    const real = here === mate; // the coefficient is its own mate: a real row has no imaginary part there
    const ar = from[first + 2 * k]!;
    const ai = real ? 0 : from[first + 2 * k + 1]!;
    const br = paired ? from[second + 2 * k]! : 0;
    const bi = paired && !real ? from[second + 2 * k + 1]! : 0;
    im[here] = ar - bi;
    re[here] = ai + br;
    im[mate] = ar + bi;
    re[mate] = br - ai;
  }
}

function storePair(
  { re, im }: LineBlock,
  batch: number,
  b: number,
  to: RealArray,
  row: number,
  rows: number,
  size: number,
  scale: number,
): void {
  const first = row * size;
  const second = first + size;
  const paired = row + 1 < rows;
  for (let j = 0, at = b; j < size; j++, at += batch) {
    to[first + j] = im[at]! * scale;
    if (paired) to[second + j] = re[at]! * scale;
  }
}
