import { availableParallelism } from "node:os";
import type { BenchRow } from "../row.js";
import { measureBeside } from "../support/beside.js";
import type { Comparison, Peer, Wanted } from "../support/beside.js";
import { cCommand, oursCommand, pythonCommand, threadCounts } from "../support/commands.js";
import { resident } from "../support/engine.js";
import { elementsOf, fourierWorks, sizeOf } from "./works.js";
import type { FourierWork } from "./works.js";

/** Name of this group of rows. */
export const group = "fourier";

/**
 * Forward transforms in single precision. A row of a transform's plain name has ours work on arrays that lie where the backend
 * works and write to others that stand ready, as FFTW does by a measured plan; scipy.fft makes a new array for each result, as it
 * always does. The row `NAME call` is what `rfft` or `fft` costs who calls it with a plain array and gets a new one, on all
 * processors as it does by itself, beside scipy.fft on as many and numpy.fft, which has one thread.
 */
export async function rows({ only, statistic }: Wanted): Promise<BenchRow[]> {
  const measured: BenchRow[] = [];
  for (const comparison of comparisons())
    if (only(comparison.name)) measured.push(...(await measureBeside(comparison, statistic)));
  return measured;
}

function comparisons(): Comparison[] {
  const all = availableParallelism();
  return fourierWorks.flatMap((work) => [
    ...threadCounts.map((threads) =>
      compare(work, threads, "resident", [scipy(work, threads), fftw(work, threads)]),
    ),
    ...(work.batch > 1 ? [] : [compare(work, all, "call", [scipy(work, all), numpy(work)])]),
  ]);
}

function compare(
  work: FourierWork,
  threads: number,
  way: "resident" | "call",
  peers: readonly Peer[],
): Comparison {
  const small = elementsOf(work) <= 2 ** 22;
  return {
    name: way === "resident" ? work.name : `${work.name} call`,
    size: sizeOf(work),
    threads,
    ours: resident(oursCommand("fourier/ours.js", way, ...words(work, threads))),
    peers,
    calls: small ? 4 : 1,
    repetitions: small ? 11 : 5,
    warmUps: small ? 3 : 1,
    agreement: 1e-3,
  };
}

function scipy(work: FourierWork, threads: number): Peer {
  const command = pythonCommand("fourier/transforms.py", "scipy", ...words(work, threads));
  return { name: "scipy.fft", start: resident(command) };
}

function numpy(work: FourierWork): Peer {
  const command = pythonCommand("fourier/transforms.py", "numpy", ...words(work, 1));
  return { name: "numpy.fft", start: resident(command) };
}

function fftw(work: FourierWork, threads: number): Peer {
  const libraries = ["fftw3f_threads", "fftw3f"];
  return { name: "FFTW", start: resident(cCommand("fourier/fftw.c", libraries, ...words(work, threads))) };
}

function words({ kind, batch, shape }: FourierWork, threads: number): (string | number)[] {
  return [kind, threads, batch, ...shape];
}
