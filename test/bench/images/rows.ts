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
  readonly peer: string;
  /** What the peer can use. */
  readonly threads: readonly number[];
  readonly repetitions: number;
}

const works: readonly ImageWork[] = [
  {
    name: "rotate3d-256",
    size: "256 x 256 x 256",
    what: "rotate",
    sidePx: 256,
    numbers: rotationFromEuler({ rotDeg: 30, tiltDeg: 40, psiDeg: 50 }),
    peer: "scipy.ndimage",
    threads: [1],
    repetitions: 3,
  },
  {
    name: "shift2d-4096",
    size: "4096 x 4096",
    what: "shift",
    sidePx: 4096,
    numbers: [3.25, -7.5],
    peer: "scipy.ndimage",
    threads: threadCounts,
    repetitions: 5,
  },
  {
    name: "crosscorrelate-4096",
    size: "4096 x 4096",
    what: "correlate",
    sidePx: 4096,
    numbers: [],
    peer: "scipy.fft",
    threads: threadCounts,
    repetitions: 5,
  },
];

/**
 * A map rotated with cubic splines, its coefficients included; an image shifted by phases; two images correlated. From plain
 * arrays to a new one, ours and the peers' alike: ours copies them to where the backend works and back.
 */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const measured: BenchRow[] = [];
  for (const { name, size, what, sidePx, numbers, peer, threads: counts, repetitions } of works) {
    if (!only(name)) continue;
    for (const threads of counts) {
      const words = [what, threads, sidePx, ...numbers];
      const comparison = {
        name,
        size,
        threads,
        ours: resident(oursCommand("images/ours.js", ...words)),
        peers: [{ name: peer, start: resident(pythonCommand("images/images.py", ...words)) }],
        calls: 1,
        repetitions,
        warmUps: 1,
        agreement: 1e-3,
      };
      measured.push(...(await measureBeside(comparison, statistic)));
    }
  }
  return measured;
}
