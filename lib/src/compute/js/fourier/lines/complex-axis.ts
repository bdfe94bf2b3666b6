import type { RealArray, Shape } from "../../../../array/index.js";
import type { Breathe } from "../../../progress.js";
import { batchFor, lineBlock } from "./line-block.js";
import type { LineBlock } from "./line-block.js";
import { linePlan } from "./line-plan.js";

/** Where the lines of one axis lie in interleaved complex data: `outer` slabs of `size` rows of `inner` elements. */
export interface AxisLayout {
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
}

/** Where the lines of one axis of `shape` lie. */
export function axisLayout(shape: Shape, axis: number): AxisLayout {
  const product = (sizes: Shape): number => sizes.reduce((total, size) => total * size, 1);
  return { outer: product(shape.slice(0, axis)), size: shape[axis]!, inner: product(shape.slice(axis + 1)) };
}

/** Forward unscaled, or inverse with each result multiplied by `scale`. */
export type Direction = "forward" | "inverse";

/** Transforms every line of one axis of interleaved complex data in place, block by block. */
export async function complexAxisInto(
  data: RealArray,
  { outer, size, inner }: AxisLayout,
  direction: Direction,
  scale: number,
  breathe: Breathe,
): Promise<void> {
  if (size === 1 && scale === 1) return;
  const plan = linePlan(size);
  // lines of the fastest axis are gathered one behind the other, all others side by side
  const [slabs, lines, slabStride, lineStride, step] =
    inner === 1 ? [1, outer, 0, size, 1] : [outer, inner, size * inner, 1, inner];
  const most = batchFor(size, lines);
  let block = lineBlock(size, most);
  for (let slab = 0; slab < slabs; slab++) {
    for (let line = 0; line < lines; line += most) {
      const batch = Math.min(most, lines - line);
      const start = slab * slabStride + line * lineStride;
      if (block.re.length !== size * batch) block = lineBlock(size, batch);
      gather(data, start, lineStride, step, size, batch, block, direction);
      plan.transform(block, batch);
      scatter(data, start, lineStride, step, size, batch, block, direction, scale);
      const pause = breathe((slab + (line + batch) / lines) / slabs);
      if (pause !== undefined) await pause;
    }
  }
}

function gather(
  data: RealArray,
  start: number,
  lineStride: number,
  step: number,
  size: number,
  batch: number,
  block: LineBlock,
  direction: Direction,
): void {
  const [re, im] = direction === "forward" ? [block.re, block.im] : [block.im, block.re];
  for (let j = 0, at = 0; j < size; j++) {
    let from = 2 * (start + j * step);
    for (let b = 0; b < batch; b++, at++, from += 2 * lineStride) {
      re[at] = data[from]!;
      im[at] = data[from + 1]!;
    }
  }
}

function scatter(
  data: RealArray,
  start: number,
  lineStride: number,
  step: number,
  size: number,
  batch: number,
  block: LineBlock,
  direction: Direction,
  scale: number,
): void {
  const [re, im] = direction === "forward" ? [block.re, block.im] : [block.im, block.re];
  for (let j = 0, at = 0; j < size; j++) {
    let to = 2 * (start + j * step);
    for (let b = 0; b < batch; b++, at++, to += 2 * lineStride) {
      data[to] = re[at]! * scale;
      data[to + 1] = im[at]! * scale;
    }
  }
}
