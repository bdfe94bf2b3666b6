/** One measured line: ours beside a peer's, in the same run. `null` where there is nothing to say. */
export interface BenchRow {
  readonly name: string;
  readonly size: string;
  readonly threads: number;
  readonly oursMs: number | null;
  readonly oursMb: number | null;
  readonly peer: string;
  readonly peerMs: number | null;
  readonly peerMb: number | null;
  /** Ours over the peer's; below 1 is faster. */
  readonly ratio: number | null;
}
