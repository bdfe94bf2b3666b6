import { requirePositive } from "../core/index.js";
import { requireShape } from "../array/index.js";

/** Power of an image, or of a map's central section, over spatial frequency, with the origin at the centre of the picture. */
export interface PowerSpectrum {
  readonly kind: "power-spectrum";
  /** |F|² / N at each frequency, `[ny, nx]`, zero frequency at `[floor(ny/2), floor(nx/2)]`. N is the number of pixels. */
  readonly data: Float32Array;
  readonly shape: readonly [ny: number, nx: number];
  /** Å per pixel of the image it was made from. */
  readonly pixelSizeA: number;
  /** Mean power in shells one Fourier pixel wide; `radial.power[i]` lies at `radial.spatialFrequencyInvA[i]`. */
  readonly radial: { readonly spatialFrequencyInvA: Float64Array; readonly power: Float64Array };
}

/** Makes a {@link PowerSpectrum}. @throws ShapeError, ValueError as for an image */
export function powerSpectrumOf(parts: Omit<PowerSpectrum, "kind">): PowerSpectrum {
  requireShape("power spectrum", parts.data.length, parts.shape);
  requirePositive("pixelSizeA", parts.pixelSizeA, "Å per pixel");
  return { kind: "power-spectrum", ...parts };
}
