import { rfft } from "vitrine";
import type { BenchRow } from "../row.js";
import { startPeers } from "./peers.js";

/** Name of this group of rows. */
export const group = "fourier";

/** Shapes that users meet: a line, a particle, a micrograph, a camera with large prime factors, two maps. */
const shapes: readonly (readonly number[])[] = [
  [4096],
  [256, 256],
  [1024, 1024],
  [3710, 3838],
  [128, 128, 128],
  [256, 256, 256],
];
const peers = ["scipy", "numpy"] as const;
/** Repetitions, interleaved with those of the peers; the median counts. */
const repetitions = 5;

/** Real forward transforms in single precision beside scipy.fft and numpy.fft, each on one thread. */
export async function rows({ only }: { readonly only: (name: string) => boolean }): Promise<BenchRow[]> {
  const beside = startPeers();
  const measured: BenchRow[] = [];
  for (const shape of shapes) {
    const size = shape.join("x");
    if (!only(`rfft ${size}`)) continue;
    const data = Float32Array.from({ length: shape.reduce((product, side) => product * side, 1) }, (_, i) =>
      Math.sin(i * i),
    );
    const calls = callsFor(data.length);
    // plans and compiled code are there, as they are for who transforms more than once
    for (let call = 0; call < 3 * calls; call++) await rfft(data, shape);
    const ours: number[] = [];
    const theirs = peers.map((): (number | null)[] => []);
    for (let i = 0; i < repetitions; i++) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) await rfft(data, shape);
      ours.push((performance.now() - start) / calls);
      for (const [k, peer] of peers.entries()) theirs[k]!.push(await beside.time(peer, shape, calls));
    }
    const oursMs = median(ours);
    for (const [k, peer] of peers.entries()) {
      const times = theirs[k]!.filter((time) => time !== null);
      const peerMs = times.length === 0 ? null : median(times);
      measured.push({
        name: `rfft ${size}`,
        size,
        threads: 1,
        oursMs,
        oursMb: null,
        peer: `${peer}.fft`,
        peerMs,
        peerMb: null,
        ratio: peerMs === null ? null : oursMs / peerMs,
      });
    }
  }
  beside.close();
  return measured;
}

/** Calls that one time is the mean of: a short one alone would time the clock and the compiler. */
function callsFor(elements: number): number {
  return Math.max(1, Math.min(200, Math.floor(2 ** 20 / elements)));
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
