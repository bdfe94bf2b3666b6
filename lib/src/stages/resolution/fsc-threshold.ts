import { requireOneOf } from "../../core/index.js";
import type { ShellCorrelation } from "../../model/index.js";
import type { ThresholdName } from "./options.js";

/**
 * A threshold for a shell correlation, shell by shell; the fixed ones are the same in all. The names are those of
 * {@link ThresholdName}; `"0.143"` is 1/7 and `"0.333"` is 1/3.
 *
 * The information criteria follow van Heel & Schatz 2005 ("Fourier shell correlation threshold criteria", J. Struct. Biol.
 * 151, 250): with S the signal-to-noise ratio of a half map and n the coefficients in the shell, Friedel mates counted both,
 * `(S + (2 sqrt(S) + 1) / sqrt(n)) / (1 + S + 2 sqrt(S) / sqrt(n))`. Half a bit is S = (sqrt(2) - 1) / 2, one bit S = 1/2.
 * Whether a shell is a channel in Shannon's sense is disputed; the fixed thresholds need no such assumption.
 *
 * @throws ValueError if the name is not known
 * @row K9
 * @example
 * ```ts
 * const picture = image(Float32Array.from({ length: 64 }, (_, i) => Math.sin(i * i)), { shape: [8, 8], pixelSizeA: 2 });
 * const frc = await fourierRingCorrelation({ a: picture, b: picture });
 * Array.from(fscThreshold("0.5", frc)); // [0.5, 0.5, 0.5, 0.5, 0.5]
 * ```
 */
export function fscThreshold(
  name: ThresholdName,
  { coefficients }: Pick<ShellCorrelation, "coefficients">,
): Float64Array {
  switch (requireOneOf("threshold", name, ["0.143", "0.333", "0.5", "half-bit", "one-bit"])) {
    case "0.143":
      return coefficients.map(() => 1 / 7);
    case "0.333":
      return coefficients.map(() => 1 / 3);
    case "0.5":
      return coefficients.map(() => 0.5);
    case "half-bit":
      return coefficients.map((count) => informationThreshold(0.5, 2 * count));
    case "one-bit":
      return coefficients.map((count) => informationThreshold(1, 2 * count));
  }
}

/** The correlation of half maps at which all data together carry `bits` per coefficient, `log2(1 + SNR)`. */
function informationThreshold(bits: number, coefficients: number): number {
  const half = (2 ** bits - 1) / 2; // signal-to-noise ratio of each half
  const noise = 1 / Math.sqrt(coefficients);
  const cross = 2 * Math.sqrt(half) * noise;
  return (half + cross + noise) / (1 + half + cross);
}
