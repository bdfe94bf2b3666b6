import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { BenchRow } from "../row.js";
import { memberText, recordCell, warmCell } from "./cells.js";
import { BenchClient } from "./client.js";
import type { Contestant } from "./kernels.js";

/** Rest after the first cell, in milliseconds: engines give memory back when nothing has happened for a while. */
const restMs = 20_000;

/** Memory of a kernel, in units of 10^6 bytes. */
interface Held {
  /** Its process, resident: what the system counts, pages of program files that others share included. */
  readonly resident: number;
  /** Its process, without what is mapped from files. */
  readonly own: number;
  /** All its processes, resident, after it has completed a name: language servers run then. */
  readonly completed: number;
}

type MemoryRow = { readonly name: string; readonly size: string; readonly of: keyof Held };

export const memoryRows: readonly MemoryRow[] = [
  { name: "kernel-memory", size: "at rest", of: "resident" },
  { name: "kernel-memory-own", size: "at rest", of: "own" },
  { name: "kernel-memory-completed", size: "all processes", of: "completed" },
];

/** Memory of kernels side by side, each after one cell and a rest; the ratio is of megabytes. No rows where there is no /proc. */
export async function measureMemory(
  wanted: readonly MemoryRow[],
  ours: Contestant,
  peers: readonly Contestant[],
): Promise<BenchRow[]> {
  if (wanted.length === 0 || process.platform !== "linux") return [];
  const [mine, ...theirs] = await Promise.all([ours, ...peers].map(held));
  return wanted.flatMap(({ name, size, of }) =>
    peers.map((peer, k) => {
      const [oursMb, peerMb] = [mine![of], theirs[k]?.[of] ?? null];
      const ratio = peerMb === null ? null : oursMb / peerMb;
      return { name, size, threads: 1, oursMs: null, oursMb, peer: peer.name, peerMs: null, peerMb, ratio };
    }),
  );
}

async function held({ command, language }: Contestant): Promise<Held | undefined> {
  if (command === undefined) return undefined;
  const { client } = await BenchClient.start(command);
  try {
    const pid = client.process.pid!;
    await client.run(warmCell[language](1));
    await sleep(restMs);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [resident, own] = [megabytes(status, "VmRSS"), megabytes(status, "RssAnon")];
    await client.run(recordCell[language](1));
    await client.complete(memberText[language](1));
    return { resident, own, completed: treeMb(pid) };
  } finally {
    await client.close();
  }
}

/** Resident memory of a process and all below it. */
function treeMb(root: number): number {
  const pids = [root];
  for (const pid of pids)
    for (const task of readdirSync(`/proc/${pid}/task`))
      pids.push(...numbersIn(readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")));
  return pids.reduce((sum, pid) => sum + megabytes(readFileSync(`/proc/${pid}/status`, "utf8"), "VmRSS"), 0);
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function megabytes(status: string, field: "VmRSS" | "RssAnon"): number {
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  return (1024 * Number(kibibytes)) / 1e6;
}
