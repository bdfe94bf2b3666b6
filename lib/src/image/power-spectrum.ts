import type { TaskOptions } from "../core/index.js";
import { elementCount, originIndex } from "../array/index.js";
import { boxSizeOf, halfWidth, rfft, shellPower } from "../fourier/index.js";
import { powerSpectrumOf } from "../model/index.js";
import type { Image, PowerSpectrum, Volume } from "../model/index.js";
import { samplingA } from "./sampled.js";

/** Options of {@link powerSpectrum}. */
export interface PowerSpectrumOptions extends TaskOptions {
  /** What to do with the mean, which is all that the zero frequency holds. Default `"subtract"`. */
  readonly mean?: "subtract" | "keep";
}

/** Defaults of {@link powerSpectrum}, with their reasons. */
export const powerSpectrumDefaults = {
  /** The mean of a micrograph is thousands of times brighter than its rings and would be all that one sees. */
  mean: "subtract",
} as const;

/**
 * Power spectrum of an image, `|F|² / N` with N the number of pixels: white noise of variance v has power v everywhere.
 * The picture is `[ny, nx]` with zero frequency at the centre; `radial` is its mean over shells one Fourier pixel wide.
 * Of a map the picture is the central section perpendicular to z, N the number of voxels, and `radial` the mean over
 * shells of the whole transform. Frequencies in 1/Å. Mean subtracted by default, see {@link powerSpectrumDefaults}.
 *
 * @throws ValueError if a map's voxels are not cubes
 * @row A16
 * @example
 * ```ts
 * const noise = seeded(1);
 * const white = image(Float32Array.from({ length: 64 * 64 }, () => noise.normal()), { shape: [64, 64], pixelSizeA: 1 });
 * describe(await powerSpectrum(white)); // "power spectrum 64 x 64, Nyquist 2 Å"
 * ```
 */
export async function powerSpectrum(
  x: Image | Volume,
  options: PowerSpectrumOptions = {},
): Promise<PowerSpectrum> {
  const { mean } = { ...powerSpectrumDefaults, ...options };
  const pixelSizeA = samplingA("powerSpectrum", x);
  const [ny, nx] = [x.shape.at(-2)!, x.shape.at(-1)!];
  const spectrum = await rfft(x.data, x.shape, options);
  if (mean === "subtract") spectrum.data.fill(0, 0, 2); // the zero frequency is all that the mean is in
  const count = elementCount("powerSpectrum", x.shape);
  const { power } = await shellPower(spectrum, options);
  const sideA = boxSizeOf(x.shape) * pixelSizeA;
  return powerSpectrumOf({
    data: centredPower(spectrum.data, ny, nx, count),
    shape: [ny, nx],
    pixelSizeA,
    radial: {
      spatialFrequencyInvA: Float64Array.from({ length: power.length }, (_, shell) => shell / sideA),
      power: power.map((value) => value / count),
    },
  });
}

/** `|F|² / count` of the first plane of a half spectrum, both halves, origin at the centre. */
function centredPower(data: Float32Array, ny: number, nx: number, count: number): Float32Array {
  const out = new Float32Array(ny * nx);
  const [y0, x0] = [originIndex(ny), originIndex(nx)];
  const width = halfWidth(nx);
  for (let y = 0; y < ny; y++) {
    for (let x = 0; x < width; x++) {
      const at = 2 * (y * width + x);
      const power = (data[at]! * data[at]! + data[at + 1]! * data[at + 1]!) / count;
      const mateY = (ny - y) % ny;
      out[((y + y0) % ny) * nx + ((x + x0) % nx)] = power;
      out[((mateY + y0) % ny) * nx + ((nx - x + x0) % nx)] = power;
    }
  }
  return out;
}
