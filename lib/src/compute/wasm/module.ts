import { kernelBytes, sharedFlagAt } from "./binary.js";

/** A kernel as this thread calls it: blocks `first ... last - 1` of a phase. */
export type Kernel = (args: number, first: number, last: number, scratch: number) => void;

/** The compiled kernels, for memory that threads share or for memory of one thread. */
export async function kernelModule(shared: boolean): Promise<WebAssembly.Module> {
  const bytes = Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0));
  // the two differ in one byte: how the memory that the module asks for is said to be
  if (!shared) bytes[sharedFlagAt] = 1;
  return WebAssembly.compile(bytes);
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
