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
 * A peer that fails on the way drops out, which is said; what it did until then counts.
 * @throws Error if ours fails, a peer can't begin, or its result is not ours
 */
export async function measureBeside(comparison: Comparison, statistic: Statistic): Promise<BenchRow[]> {
  const { name, size, threads, peers } = comparison;
  const engines: (Engine | undefined)[] = [];
  try {
    const ours = await comparison.ours();
    if (ours === undefined) throw new Error(`${name}: ours did not start`);
    engines.push(ours);
    for (const peer of peers) engines.push(await peer.start());
    const theirs = engines.slice(1);
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
  { name, peers, calls, repetitions, warmUps }: Comparison,
): Promise<number[][]> {
  const times = engines.map((): number[] => []);
  const left = new Map(engines.entries());
  for (let round = -warmUps; round < repetitions; round++) {
    for (const [k, engine] of left) {
      const timing = engine?.time(calls);
      const ms = await (k === 0 ? timing : timing?.catch(dropOut(name, peers[k - 1]!)));
      if (ms === undefined) left.delete(k);
      else if (round >= 0) times[k]!.push(ms);
    }
  }
  return times;
}

/** Says that a peer failed; the row goes on without it. */
function dropOut(name: string, peer: Peer): (reason: unknown) => undefined {
  return (reason) => void process.stderr.write(`${name}: ${peer.name} drops out: ${String(reason)}\n`);
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
