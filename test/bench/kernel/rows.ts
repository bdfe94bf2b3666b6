import type { BenchRow } from "../row.js";
import { measureBeside, type Wanted } from "../support/beside.js";
import type { StartEngine } from "../support/engine.js";
import { declareCell, longCell, printCell, warmCell } from "./cells.js";
import { completing, completingFirst, printingMillion, running, sendingBuffer, starting } from "./engines.js";
import { measureGrowth } from "./growth.js";
import { ipykernel, tslab, vitrine, type Contestant } from "./kernels.js";
import { measureMemory, memoryRows } from "./memory.js";

/** Name of this group of rows. */
export const group = "kernel";

interface TimedRow {
  readonly name: string;
  readonly size: string;
  readonly engine: (kernel: Contestant) => StartEngine;
  /** Default: all. */
  readonly peers?: readonly Contestant[];
  readonly repetitions: number;
  readonly warmUps: number;
}

const everyPeer = [ipykernel, tslab];

const timedRows: readonly TimedRow[] = [
  { name: "kernel-start", size: "to a reply", engine: starting, repetitions: 9, warmUps: 1 },
  {
    name: "kernel-warm",
    size: "i + 1",
    engine: (kernel) => running(kernel, warmCell, (i) => i + 1),
    ...{ repetitions: 60, warmUps: 10 },
  },
  {
    name: "kernel-print",
    size: "1 line",
    engine: (kernel) => running(kernel, printCell, (i) => i),
    ...{ repetitions: 60, warmUps: 10 },
  },
  {
    name: "kernel-declare",
    size: "1 name",
    engine: (kernel) => running(kernel, declareCell, () => undefined),
    ...{ repetitions: 60, warmUps: 10 },
  },
  {
    name: "kernel-45-lines",
    size: "45 lines",
    engine: (kernel) => running(kernel, longCell, () => 20),
    ...{ repetitions: 40, warmUps: 10 },
  },
  {
    name: "kernel-200-later",
    size: "45 lines",
    engine: (kernel) => running(kernel, longCell, () => 20),
    ...{ repetitions: 20, warmUps: 220 },
  },
  {
    name: "kernel-complete-first",
    size: "1 member",
    engine: completingFirst,
    ...{ repetitions: 3, warmUps: 0 },
  },
  {
    name: "kernel-complete",
    size: "1 member",
    engine: completing,
    ...{ repetitions: 40, warmUps: 5 },
  },
  // tslab has no comms, and loses lines of a flood and its idle with them
  {
    name: "kernel-buffer-256",
    size: "256 MiB",
    engine: sendingBuffer,
    ...{ peers: [ipykernel], repetitions: 5, warmUps: 1 },
  },
  {
    name: "kernel-print-million",
    size: "1 000 000 lines",
    engine: printingMillion,
    ...{ peers: [ipykernel], repetitions: 3, warmUps: 0 },
  },
];

/**
 * Our kernel beside that for Python and the other for TypeScript: the same client, the same work in each one's language, in turn.
 * A cell's time runs from its request to both its reply and its idle.
 */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const measured: BenchRow[] = [];
  for (const { engine, peers = everyPeer, ...row } of timedRows.filter(({ name }) => only(name))) {
    const comparison = {
      ...{ ...row, threads: 1, calls: 1, agreement: 0, ours: engine(vitrine) },
      peers: peers.map((peer) => ({ name: peer.name, start: engine(peer) })),
    };
    measured.push(...(await measureBeside(comparison, statistic)));
  }
  if (only("kernel-growth")) measured.push(await measureGrowth("kernel-growth", vitrine, statistic));
  const memory = memoryRows.filter(({ name }) => only(name));
  return [...measured, ...(await measureMemory(memory, vitrine, everyPeer))];
}
