import { readFileSync } from "node:fs";
import { availableParallelism, cpus, freemem, hostname, totalmem } from "node:os";
import type { HostMemory, Usage } from "../messages/index.js";
import { descendants } from "./process-tree.js";

/** Ticks of the clock in which Linux tells processor time, per second, whatever the machine. */
const ticksPerSecond = 100;

/** Times of one moment; only their growth means something. */
interface Reading {
  readonly atMs: number;
  /** Processor time by process, in milliseconds. */
  readonly spentMs: ReadonlyMap<number, number>;
  readonly host: { readonly busy: number; readonly all: number };
}

/** Says what the kernel takes of the machine: itself, and the programs that it and its cells have started. */
export class UsageMeter {
  private last: Reading | undefined;

  /** Measures since the last call; the first call tells no load of the machine, and the kernel's since its start. */
  read(): Usage {
    const pids = [process.pid, ...descendants(process.pid)];
    const now: Reading = { atMs: performance.now(), spentMs: spentBy(pids), host: hostTimes() };
    const before = this.last;
    this.last = now;
    const elapsedMs = now.atMs - (before?.atMs ?? 0);
    const spentMs = pids.reduce(
      (sum, pid) => sum + (now.spentMs.get(pid) ?? 0) - (before?.spentMs.get(pid) ?? 0),
      0,
    );
    return {
      hostname: hostname(),
      pid: process.pid,
      kernel_cpu: percent(spentMs, elapsedMs),
      kernel_memory: pids.reduce((sum, pid) => sum + residentBytes(pid), 0),
      cpu_count: availableParallelism(),
      ...(before !== undefined && {
        host_cpu_percent: percent(now.host.busy - before.host.busy, now.host.all - before.host.all),
      }),
      host_virtual_memory: hostMemory(),
    };
  }
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.round((1000 * part) / whole) / 10 : 0;
}

function spentBy(pids: readonly number[]): Map<number, number> {
  return new Map(pids.map((pid) => [pid, spentMsOf(pid)]));
}

/** User and system time of a process; the name, which comes before them, may hold anything. */
function spentMsOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return pid === process.pid ? ownSpentMs() : 0;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

function ownSpentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function residentBytes(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  if (status === undefined) return pid === process.pid ? process.memoryUsage.rss() : 0;
  return kilobytes(status, "VmRSS");
}

function hostTimes(): Reading["host"] {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq;
    busy += sum;
    all += sum + times.idle;
  }
  return { busy, all };
}

function hostMemory(): HostMemory {
  const table = read("/proc/meminfo");
  const total = totalmem();
  const free = table === undefined ? freemem() : kilobytes(table, "MemFree");
  const available = table === undefined ? free : kilobytes(table, "MemAvailable");
  const used = total - available;
  const active = table === undefined ? used : kilobytes(table, "Active");
  const inactive = table === undefined ? 0 : kilobytes(table, "Inactive");
  return { total, available, used, free, active, inactive, percent: percent(used, total) };
}

/** A row `Name:  123 kB` of a table, in bytes. */
function kilobytes(table: string, name: string): number {
  return 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(table)?.[1] ?? 0);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return undefined;
  }
}
