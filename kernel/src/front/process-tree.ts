import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Time for a program to end when it is asked to, in milliseconds. */
const firmAfterMs = 300;

/** Processes that descend from `root`, children before their parents. */
export function descendants(root: number, parents: ReadonlyMap<number, number> = parentsOfAll()): number[] {
  const children = [...parents].filter(([, parent]) => parent === root).map(([pid]) => pid);
  return children.flatMap((pid) => [...descendants(pid, parents), pid]);
}

/** Whether the main thread of process `pid` sleeps in the system, as it does while it waits for a child. */
export function sleeps(pid: number): boolean {
  return process.platform !== "linux" || stat(`/proc/${pid}/task/${pid}/stat`)?.[0] === "S";
}

/** Whether a process leads a group of its own, as one does that is meant to go on without who started it. */
export function isDetached(pid: number): boolean {
  return process.platform === "linux" && Number(stat(`/proc/${pid}/stat`)?.[2]) === pid;
}

/** Ends processes with all that descend from them: asks first, and a moment later insists. */
export function endTrees(roots: readonly number[]): void {
  const all = roots.flatMap((root) => [...descendants(root), root]);
  if (all.length === 0) return;
  endAll(all, "SIGTERM");
  setTimeout(() => endAll(all, "SIGKILL"), firmAfterMs).unref();
}

/** Sends a signal to processes; one that has ended by itself is passed over. */
export function endAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      continue;
    }
}

/** Parent of every process that can be seen. */
function parentsOfAll(): Map<number, number> {
  const rows =
    process.platform === "linux"
      ? readdirSync("/proc").map((name) => [Number(name), Number(stat(`/proc/${name}/stat`)?.[1])])
      : listed();
  return new Map(rows.flatMap(([pid, parent]) => (pid && parent ? [[pid, parent] as const] : [])));
}

function listed(): number[][] {
  if (process.platform === "win32") return [];
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return table.split("\n").map((row) => row.trim().split(/\s+/).map(Number));
}

/** State and parent of a process; its name, which comes before them, may hold anything. */
function stat(file: string): string[] | undefined {
  try {
    const text = readFileSync(file, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
