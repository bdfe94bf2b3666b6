import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { descendants } from "../../kernel/src/front/process-tree.js";
import type { KernelClient } from "./kernel-client.js";

/** The programs that a kernel has started. */
export function childrenOf({ process: { pid } }: KernelClient): number[] {
  return descendants(pid!);
}

/** The language server of a kernel: the only program that it starts by itself. */
export function serverOf(kernel: KernelClient): number {
  const [pid] = childrenOf(kernel);
  expect(pid).toBeGreaterThan(0);
  return pid!;
}

/** Waits until the language server of a kernel has started and has nothing to do. */
export async function serverAtRest(kernel: KernelClient): Promise<void> {
  let before = -1;
  const settled = (): boolean => {
    const [pid] = childrenOf(kernel);
    const now = pid === undefined ? -1 : ticks(pid);
    const rests = now > 5 && now === before;
    before = now;
    return rests;
  };
  await vi.waitFor(() => expect(settled()).toBe(true), { timeout: 30_000, interval: 300 });
}

/** Time that a process has computed for, in the system's ticks. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
