/// <reference types="@webgpu/types" preserve="true" />
import type { Dispatch } from "../device/dispatch.js";
import { elementDispatch } from "../device/dispatch.js";
import { complexProduct, elementKernel } from "../device/kernel.js";
import type { Kernel } from "../device/kernel.js";

/** A product of complex arrays, `count` elements of `a` and `period` of `b`. */
export interface PlannedMultiply {
  readonly a: GPUBuffer;
  readonly b: GPUBuffer;
  /** May be one of the others. */
  readonly to: GPUBuffer;
  readonly count: number;
  readonly period: number;
  readonly conjugate: boolean;
}

/** The dispatch of a product. A buffer that is written is bound once, so each way of sharing buffers is a kernel of its own. */
export function multiplyDispatch({ a, b, to, count, period, conjugate }: PlannedMultiply): Dispatch {
  const nameOf = (buffer: GPUBuffer, own: string): string =>
    buffer === to ? "output" : buffer === a ? "a" : own;
  const names = [nameOf(a, "a"), nameOf(b, "b")] as const;
  const read = [...new Set(names)].filter((name) => name !== "output");
  const buffers = read.map((name) => (name === "a" ? a : b));
  const kernel = multiplyKernel(names[0], names[1], read);
  return elementDispatch(kernel, [...buffers, to], { count, period, side: conjugate ? -1 : 1 });
}

function multiplyKernel(a: string, b: string, read: readonly string[]): Kernel {
  return elementKernel({
    name: "product",
    buffers: {
      ...Object.fromEntries(read.map((name) => [name, "read array<vec2f>" as const])),
      output: "read_write array<vec2f>",
    },
    parameters: { period: "u32", side: "f32" },
    declarations: complexProduct,
    body: `output[i] = product(${a}[i], ${b}[i % parameters.period] * vec2f(1.0, parameters.side));`,
  });
}
