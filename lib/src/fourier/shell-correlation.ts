import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { requireSameShape } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { boxSizeOf, forEachFrequencyRow, shellCount, shellIndex } from "./frequencies.js";
import { partOf } from "./progress.js";
import { rfft } from "./rfft.js";
import type { HalfSpectrum } from "./spectrum.js";

/** Correlation of two spectra shell by shell. */
export interface ShellColumns {
  /** Correlation in shell `i`, whose radius is `i` Fourier pixels; NaN where either spectrum has no power. */
  readonly correlation: Float64Array;
  /** Coefficients in each shell, Friedel mates counted both. */
  readonly counts: Float64Array;
}

/**
 * Correlation of two spectra in shells one Fourier pixel wide: `sum of F1 F2* / sqrt(sum of |F1|² sum of |F2|²)`.
 * The sums run over both Friedel mates, which makes the numerator real.
 *
 * @throws ShapeError if the shapes differ
 * @row K1
 * @example
 * ```ts
 * const spectrum = await rfft(Float64Array.from({ length: 48 }, (_, i) => Math.sin(i * i)), [6, 8]);
 * const blurred = await scaleByFrequency(spectrum, (f) => Math.exp(-f));
 * Array.from((await spectraCorrelation(spectrum, blurred)).counts); // [1, 4, 10, 16, 12]
 * ```
 */
export async function spectraCorrelation(
  a: HalfSpectrum,
  b: HalfSpectrum,
  options: TaskOptions = {},
): Promise<ShellColumns> {
  requireSameShape("shell correlation", a.shape, b.shape);
  const shells = shellCount(boxSizeOf(a.shape));
  const cross = new Float64Array(shells);
  const powerA = new Float64Array(shells);
  const powerB = new Float64Array(shells);
  const counts = new Float64Array(shells);
  await forEachFrequencyRow(a.shape, startTask(options), ({ start, square }, columns) => {
    for (let x = 0; x < columns.squares.length; x++) {
      const shell = shellIndex(Math.sqrt(square + columns.squares[x]!));
      if (shell >= shells) continue;
      const at = 2 * (start + x);
      const count = columns.counts[x]!;
      const ar = a.data[at]!;
      const ai = a.data[at + 1]!;
      const br = b.data[at]!;
      const bi = b.data[at + 1]!;
      cross[shell]! += count * (ar * br + ai * bi);
      powerA[shell]! += count * (ar * ar + ai * ai);
      powerB[shell]! += count * (br * br + bi * bi);
      counts[shell]! += count;
    }
  });
  const correlation = cross.map((sum, shell) => sum / Math.sqrt(powerA[shell]! * powerB[shell]!));
  return { correlation, counts };
}

/**
 * Correlation of two real arrays of `shape` in shells of spatial frequency, by {@link spectraCorrelation}.
 *
 * @throws ShapeError if the data don't fill `shape`
 * @row K1
 * @example
 * ```ts
 * const data = Float64Array.from({ length: 48 }, (_, i) => Math.sin(i * i));
 * Array.from((await shellCorrelation(data, data, [6, 8])).correlation); // [1, 1, 1, 1, 1]
 * ```
 */
export async function shellCorrelation(
  a: RealArray,
  b: RealArray,
  shape: Shape,
  options: TaskOptions = {},
): Promise<ShellColumns> {
  const first = await rfft(a, shape, partOf(options, 0, 2));
  const second = await rfft(b, shape, partOf(options, 1, 2));
  return spectraCorrelation(first, second, options);
}
