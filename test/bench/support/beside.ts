import type { BenchRow } from "../row.js";
import type { Engine, StartEngine } from "./engine.js";

/** What stands for several times: their median, or the best of them, which a busy machine disturbs less. */
export type Statistic = "median" | "best";

/** What a group of rows is asked for. */
export interface Wanted {
  /** Whether a row of this name is wanted. */
  only(name: string): boolean;
  readonly statistic: Statistic;
}

/** A program that does the same. */
export interface Peer {
  readonly name: string;
  readonly start: StartEngine;
}

/** Work that several engines do in turn. */
export interface Comparison {
  readonly name: string;
  readonly size: string;
  readonly threads: number;
  readonly ours: StartEngine;
  readonly peers: readonly Peer[];
  /** Calls that one time is the mean of: a short one alone would time the clock. */
  readonly calls: number;
  /** Times of each engine, taken in turn. */
  readonly repetitions: number;
  /** Rounds before those that count. */
  readonly warmUps: number;
  /** How far the checks of two results may lie apart, as a fraction. */
  readonly agreement: number;
}

/**
 * Measures ours beside each peer: all engines stand ready at once, each in a process of its own, and take turns. A row per peer.
 * @throws Error if an engine fails, or a peer's result is not ours
 */
export async function measureBeside(comparison: Comparison, statistic: Statistic): Promise<BenchRow[]> {
  const { name, size, threads, peers } = comparison;
  const engines: (Engine | undefined)[] = [];
  try {
    for (const start of [comparison.ours, ...peers.map((peer) => peer.start)]) engines.push(await start());
    const [ours, ...theirs] = engines;
    if (ours === undefined) throw new Error(`${name}: ours did not start`);
    for (const [k, peer] of peers.entries())
      requireAgreement(comparison, peer.name, ours.check, theirs[k]?.check);
    const times = await takeTurns(engines, comparison);
    const [oursMs, ...peersMs] = times.map((all) => (all.length === 0 ? null : oneOf(all, statistic)));
    return peers.map((peer, k) => ({
      name,
      size,
      threads,
      oursMs: oursMs!,
      oursMb: ours.peakMb(),
      peer: peer.name,
      peerMs: peersMs[k]!,
      peerMb: theirs[k]?.peakMb() ?? null,
      ratio: peersMs[k] === null ? null : oursMs! / peersMs[k]!,
    }));
  } finally {
    for (const engine of engines) await engine?.close();
  }
}

/** Times of each engine, in the order they came; none of one that is missing. */
async function takeTurns(
  engines: readonly (Engine | undefined)[],
  { calls, repetitions, warmUps }: Comparison,
): Promise<number[][]> {
  const times = engines.map((): number[] => []);
  for (let round = -warmUps; round < repetitions; round++) {
    for (const [k, engine] of engines.entries()) {
      const ms = await engine?.time(calls);
      if (ms !== undefined && round >= 0) times[k]!.push(ms);
    }
  }
  return times;
}

function requireAgreement(
  { name, agreement }: Comparison,
  peer: string,
  ours: number,
  theirs: number | undefined,
): void {
  if (theirs === undefined || Math.abs(ours - theirs) <= agreement * Math.abs(theirs)) return;
  throw new Error(`${name}: ${peer} computes something else, its check is ${theirs} and ours ${ours}`);
}

/** What stands for several times. */
export function oneOf(times: readonly number[], statistic: Statistic): number {
  const sorted = [...times].sort((a, b) => a - b);
  if (statistic === "best") return sorted[0]!;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
