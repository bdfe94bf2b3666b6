/// <reference types="@webgpu/types" preserve="true" />
import type { Dispatch } from "../device/dispatch.js";
import type { AxisJob, PlanRoom } from "./axis-job.js";
import { splitLine } from "./lengths.js";
import { lineKernel } from "./line-kernel.js";
import { linesInHand, mostHeld } from "./lines-in-hand.js";
import { rootTable } from "./root-table.js";

/** Lines of an axis other than the fastest are read some at a time, so that memory is read in runs. */
const leastRun = 4;

/** The dispatches that transform along an axis of a smooth length: one, or where a line does not fit into a workgroup several. */
export function passes(axis: AxisJob, { memory, limits }: PlanRoom): Dispatch[] {
  const { length, inner, outer, from, to } = axis;
  const most = mostHeld(limits);
  const parts = splitLine(length, inner === 1 ? most : Math.floor(most / leastRun), Math.floor(most / 8));
  const stops = stopsBetween(from, to, parts.length, () => memory.scratch(2 * outer * length * inner));
  const swaps = axis.direction === "inverse";
  const dispatches: Dispatch[] = [];
  let rest = length;
  let step = inner;
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    const remaining = rest / part;
    const lines = (outer * length * inner) / part;
    const [source, target] = [stops[index]!, stops[index + 1]!];
    const columns = remaining * step;
    const lanes = linesInHand(part, lines, most);
    const shape = {
      length: part,
      lanes,
      readAcross: columns > 1,
      writeAcross: step > 1,
      twiddled: !isLast,
      inPlace: source === target,
      from: "complex",
      to: "complex",
      swapIn: swaps && index === 0,
      swapOut: swaps && isLast,
    } as const;
    dispatches.push({
      kernel: lineKernel(shape),
      buffers: [...(shape.inPlace ? [target] : [source, target]), ...rootTable(memory, part, rest, !isLast)],
      parameters: {
        lines,
        span: length * inner,
        columns,
        step,
        rows: 0,
        size: 0,
        scale: isLast ? axis.scale : 1,
        spread: remaining,
      },
      groups: Math.ceil(lines / lanes),
      cost: 8 * part * lanes,
    });
    rest = remaining;
    step *= part;
  });
  return dispatches;
}

/** Where the data stand before, between and after passes: no pass but a single one may write over what it reads. */
function stopsBetween(from: GPUBuffer, to: GPUBuffer, passes: number, scratch: () => GPUBuffer): GPUBuffer[] {
  if (passes === 1) return [from, to];
  const first = scratch();
  const second = passes > 2 ? scratch() : first;
  const between = Array.from({ length: passes - 1 }, (_, index) => (index % 2 === 0 ? first : second));
  return [from, ...between, to];
}
