import type { ShellCorrelation } from "../../model/index.js";
import type { RingCorrelationOptions } from "./options.js";
import type { ImagePair } from "./result.js";
import { correlate } from "./steps/correlate.js";

/**
 * Fourier ring correlation of two images `[ny, nx]` of one size and sampling: {@link fourierShellCorrelation} in two
 * dimensions. In an image that is not square the rings are those of physical frequency, one Fourier pixel of its longest
 * side wide.
 *
 * @throws ShapeError if the sizes differ
 * @throws ValueError if the pixel sizes differ by more than 0.1 %
 * @row K1
 * @example
 * ```ts
 * const picture = image(Float32Array.from({ length: 64 }, (_, i) => Math.sin(i * i)), { shape: [8, 8], pixelSizeA: 2 });
 * const frc = await fourierRingCorrelation({ a: picture, b: picture });
 * Array.from(frc.correlation); // [1, 1, 1, 1, 1]
 * ```
 */
export async function fourierRingCorrelation(
  images: ImagePair,
  options: RingCorrelationOptions = {},
): Promise<ShellCorrelation> {
  return correlate("fourierRingCorrelation", images, options.mask, ({ pixelSizeA }) => pixelSizeA, options);
}
