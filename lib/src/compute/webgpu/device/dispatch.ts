/// <reference types="@webgpu/types" preserve="true" />
import { elementGroups } from "./kernel.js";
import type { Kernel } from "./kernel.js";

/** One kernel at work on some buffers; it may be run in pieces. */
export interface Dispatch {
  readonly kernel: Kernel;
  readonly buffers: readonly GPUBuffer[];
  readonly parameters: Readonly<Record<string, number>>;
  /** Workgroups in all. */
  readonly groups: number;
  /** Numbers that a workgroup has to do with, about: pieces are cut by it until the kernel's speed is known. */
  readonly cost: number;
}

/** A dispatch of a kernel of elements. */
export function elementDispatch(
  kernel: Kernel,
  buffers: readonly GPUBuffer[],
  { count, ...others }: { readonly count: number; readonly [parameter: string]: number },
): Dispatch {
  return { kernel, buffers, parameters: { count, ...others }, groups: elementGroups(count), cost: 1024 };
}

/** Bytes of a kernel's parameters for workgroups `first ... last - 1`, written into `into` from `at` on. */
export function writeParameters(
  into: DataView,
  at: number,
  { kernel, parameters }: Dispatch,
  first: number,
  last: number,
): void {
  const all: Readonly<Record<string, number>> = { ...parameters, first, last };
  kernel.parameters.forEach(([name, type], index) => {
    const value = all[name]!;
    if (type === "u32") into.setUint32(at + 4 * index, value, true);
    else into.setFloat32(at + 4 * index, value, true);
  });
}
