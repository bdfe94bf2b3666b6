import { arena } from "../memory/arena.js";
import type { Arena } from "../memory/arena.js";
import { instantiate } from "./module.js";
import type { Kernel } from "./module.js";

const pageBytes = 65536;
/** All that 32-bit addresses reach. */
export const mostPages = 65536;
/** Below this address nothing is given out, so that 0 is never a place. */
const firstAddress = 1024;

/** One memory with what lives in it; all of it goes together when memory is given back to the system. */
export interface Room {
  readonly memory: WebAssembly.Memory;
  readonly arena: Arena;
  readonly kernels: Readonly<Record<string, Kernel>>;
  /** Where each table lies, by its key. */
  readonly tables: Map<string, number>;
}

/** A new memory for the kernels, shared between threads or not. */
export function newRoom(module: WebAssembly.Module, shared: boolean): Room {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared });
  const growTo = (end: number): boolean => {
    const pages = Math.ceil(end / pageBytes) - memory.buffer.byteLength / pageBytes;
    try {
      if (pages > 0) memory.grow(pages);
      return true;
    } catch {
      return false;
    }
  };
  return {
    memory,
    arena: arena(firstAddress, memory.buffer.byteLength, growTo),
    kernels: instantiate(module, memory),
    tables: new Map(),
  };
}
