import { rotationFromEuler } from "vitrine";
import type { BenchRow } from "../row.js";
import { measureBeside } from "../support/beside.js";
import type { Wanted } from "../support/beside.js";
import { oursCommand, pythonCommand, threadCounts } from "../support/commands.js";
import { resident } from "../support/engine.js";

/** Name of this group of rows. */
export const group = "images";

interface ImageWork {
  readonly name: string;
  readonly size: string;
  readonly what: "rotate" | "shift" | "correlate";
  readonly sidePx: number;
  /** A matrix, or the shift of rows and columns in pixels. */
  readonly numbers: readonly number[];
  readonly peers: readonly ImagePeer[];
  /** What a peer can use. */
  readonly threads: readonly number[];
  readonly repetitions: number;
  /** How far the checks of two results may lie apart, as a fraction. */
  readonly agreement: number;
}

interface ImagePeer {
  readonly name: string;
  /** What it is told beside what ours is. */
  readonly words?: readonly string[];
  /** Whether it can't share its work among threads. */
  readonly alone?: boolean;
}

const works: readonly ImageWork[] = [
  {
    name: "rotate3d-256",
    size: "256 x 256 x 256",
    what: "rotate",
    sidePx: 256,
    numbers: rotationFromEuler({ rotDeg: 30, tiltDeg: 40, psiDeg: 50 }),
    peers: [{ name: "scipy.ndimage" }],
    threads: [1],
    repetitions: 3,
    agreement: 1e-3,
  },
  {
    name: "shift2d-4096",
    size: "4096 x 4096",
    what: "shift",
    sidePx: 4096,
    numbers: [3.25, -7.5],
    peers: [{ name: "scipy.ndimage" }],
    threads: threadCounts,
    repetitions: 5,
    agreement: 5e-3, // noise has its share of Nyquist waves, which ours keeps real and the peer turns
  },
  {
    name: "crosscorrelate-4096",
    size: "4096 x 4096",
    what: "correlate",
    sidePx: 4096,
    numbers: [],
    peers: [
      { name: "scipy.fft", words: ["scipy"] },
      { name: "numpy.fft", words: ["numpy"], alone: true },
    ],
    threads: threadCounts,
    repetitions: 5,
    agreement: 1e-3,
  },
];

/**
 * A map rotated with cubic splines, its coefficients included; an image shifted by phases; two images correlated. From plain
 * arrays to a new one, ours and the peers' alike: ours copies them to where the backend works and back.
 */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const measured: BenchRow[] = [];
  for (const { name, size, what, sidePx, numbers, peers, threads: counts, repetitions, agreement } of works) {
    if (!only(name)) continue;
    for (const threads of counts) {
      const words = [what, threads, sidePx, ...numbers];
      const comparison = {
        name,
        size,
        threads,
        ours: resident(oursCommand("images/ours.js", ...words)),
        peers: peers
          .filter(({ alone }) => alone !== true || threads === 1)
          .map((peer) => ({
            name: peer.name,
            start: resident(pythonCommand("images/images.py", ...words, ...(peer.words ?? []))),
          })),
        calls: 1,
        repetitions,
        warmUps: 1,
        agreement,
      };
      measured.push(...(await measureBeside(comparison, statistic)));
    }
  }
  return measured;
}
