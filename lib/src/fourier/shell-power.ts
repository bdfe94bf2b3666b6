import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { boxSizeOf, forEachFrequencyRow, shellCount, shellIndex } from "./frequencies.js";
import type { HalfSpectrum } from "./spectrum.js";

/** Mean power of a spectrum over shells one Fourier pixel wide. */
export interface ShellPower {
  /** Mean of |F|² in shell `i`, whose radius is `i` Fourier pixels. */
  readonly power: Float64Array;
  /** Coefficients in each shell, Friedel mates counted both. */
  readonly counts: Float64Array;
}

/**
 * Mean of |F|² in shells one Fourier pixel wide, from the origin to the Nyquist frequency of the longest side; what lies
 * beyond, in the corners, is left out. A shell that holds nothing is NaN.
 *
 * @row A16
 * @example
 * ```ts
 * const impulse = new Float32Array(36);
 * impulse[0] = 1;
 * Array.from((await shellPower(await rfft(impulse, [6, 6]))).power); // [1, 1, 1, 1]
 * ```
 */
export async function shellPower(
  { data, shape }: HalfSpectrum,
  options: TaskOptions = {},
): Promise<ShellPower> {
  const shells = shellCount(boxSizeOf(shape));
  const power = new Float64Array(shells);
  const counts = new Float64Array(shells);
  await forEachFrequencyRow(shape, startTask(options), ({ start, square }, columns) => {
    for (let x = 0; x < columns.squares.length; x++) {
      const shell = shellIndex(Math.sqrt(square + columns.squares[x]!));
      if (shell >= shells) continue;
      const re = data[2 * (start + x)]!;
      const im = data[2 * (start + x) + 1]!;
      power[shell]! += columns.counts[x]! * (re * re + im * im);
      counts[shell]! += columns.counts[x]!;
    }
  });
  return { power: power.map((sum, shell) => sum / counts[shell]!), counts };
}
