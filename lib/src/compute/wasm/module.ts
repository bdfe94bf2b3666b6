import type { Host } from "../host/host.js";
import { fusedKernels, plainKernels } from "./binary.js";
import type { CompiledKernels } from "./binary.js";

/** A kernel as this thread calls it: blocks `first ... last - 1` of a phase. */
export type Kernel = (args: number, first: number, last: number, scratch: number) => void;

/** Which kernels: those for memory that threads share or those for one thread, those that may multiply and add in one step or not. */
export interface KernelChoice {
  readonly shared: boolean;
  readonly fused: boolean;
}

/** The compiled kernels; where the host does not take fused ones, plain ones. */
export async function kernelModule(host: Host, { shared, fused }: KernelChoice): Promise<WebAssembly.Module> {
  const bytes = fused ? bytesOf(fusedKernels, shared) : undefined;
  const taken = bytes !== undefined && host.accepts(bytes) ? bytes : bytesOf(plainKernels, shared);
  return WebAssembly.compile(taken);
}

function bytesOf({ base64, sharedFlagAt }: CompiledKernels, shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  // one byte says how the memory is that the module asks for
  if (!shared) bytes[sharedFlagAt] = 1;
  return bytes;
}

/** The kernels at work in a memory. */
export function instantiate(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Readonly<Record<string, Kernel>> {
  const abort = (): void => {
    throw new Error("a kernel stopped");
  };
  return new WebAssembly.Instance(module, { env: { memory, abort } }).exports as Record<string, Kernel>;
}
