import { stripWithOxc } from "./strip-oxc.js";
import type { Stripper } from "./types.js";

/** oxc's native code where this platform has it, else sucrase, which is plain JavaScript. */
export async function loadStripper(): Promise<Stripper> {
  return (await stripWithOxc()) ?? (await import("./strip-sucrase.js")).stripWithSucrase;
}
