/// <reference types="@webgpu/types" preserve="true" />
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import { elementKernel } from "../device/kernel.js";
import type { Kernel } from "../device/kernel.js";
import { complexAxis } from "./complex-axis.js";
import type { PlanRoom } from "./axis-job.js";
import { isSmooth } from "./lengths.js";
import { endParameters, loads, stores } from "./line-ends.js";
import type { LineEnd } from "./line-ends.js";
import { lineKernel } from "./line-kernel.js";
import { linesInHand, mostHeld } from "./lines-in-hand.js";
import { rootTable } from "./root-table.js";

/** Transforms of rows of `length` real numbers to their half spectra, or back. */
export interface RealAxisJob {
  readonly kind: "real-to-half" | "half-to-real";
  readonly length: number;
  readonly rows: number;
  readonly scale: number;
  readonly from: GPUBuffer;
  readonly to: GPUBuffer;
}

/** The dispatches that transform the fastest axis: two rows as one complex line, in a single pass where a line fits. */
export function realAxis(job: RealAxisJob, room: PlanRoom): Dispatch[] {
  const fits = isSmooth(job.length) && job.length <= mostHeld(room.limits);
  return fits ? [onePass(job, room)] : aroundComplexLines(job, room);
}

const endsOf = (kind: RealAxisJob["kind"]): readonly [LineEnd, LineEnd] =>
  kind === "real-to-half" ? ["real", "half"] : ["half", "real"];

function onePass(
  { kind, length, rows, scale, from, to }: RealAxisJob,
  { memory, limits }: PlanRoom,
): Dispatch {
  const lines = Math.ceil(rows / 2);
  const lanes = linesInHand(length, lines, mostHeld(limits));
  const [source, target] = endsOf(kind);
  const swaps = kind === "half-to-real";
  return {
    kernel: lineKernel({
      length,
      lanes,
      readAcross: false,
      writeAcross: false,
      twiddled: false,
      inPlace: false,
      from: source,
      to: target,
      swapIn: swaps,
      swapOut: swaps,
    }),
    buffers: [from, to, ...rootTable(memory, length, length, false)],
    parameters: { lines, span: 0, columns: 1, step: 1, rows, size: length, scale, spread: 1 },
    groups: Math.ceil(lines / lanes),
    cost: 8 * length * lanes,
  };
}

function aroundComplexLines(
  { kind, length, rows, scale, from, to }: RealAxisJob,
  room: PlanRoom,
): Dispatch[] {
  const lines = Math.ceil(rows / 2);
  const held = room.memory.scratch(2 * lines * length);
  const [source, target] = endsOf(kind);
  const direction = kind === "real-to-half" ? "forward" : "inverse";
  const parameters = { count: lines * length, span: 0, columns: 1, step: 1, rows, size: length };
  return [
    elementDispatch(pairing(source), [from, held], { ...parameters, scale: 1 }),
    ...complexAxis({ length, inner: 1, outer: lines, direction, scale: 1, from: held, to: held }, room),
    elementDispatch(parting(target), [held, to], { ...parameters, scale }),
  ];
}

const plain = { swapIn: false, swapOut: false } as const;

/** Makes complex lines of pairs of rows. */
function pairing(from: LineEnd): Kernel {
  return elementKernel({
    name: "pairs of rows",
    buffers: {
      input: from === "real" ? "read array<f32>" : "read array<vec2f>",
      output: "read_write array<vec2f>",
    },
    parameters: endParameters,
    declarations: loads({ from, to: "complex", ...plain }, "input"),
    body: "output[i] = load(i / parameters.size, i % parameters.size);",
  });
}

/** Makes pairs of rows of complex lines. */
function parting(to: LineEnd): Kernel {
  return elementKernel({
    name: "rows of pairs",
    buffers: {
      input: "read array<vec2f>",
      output: to === "real" ? "read_write array<f32>" : "read_write array<vec2f>",
    },
    parameters: endParameters,
    declarations: stores({ from: "complex", to, ...plain }, { length: 1, twiddled: false }),
    body: `
  let k = i % parameters.size;
  store(i / parameters.size, k, input[i], input[i - k + (parameters.size - k) % parameters.size]);`,
  });
}
