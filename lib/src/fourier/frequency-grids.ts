import { requireInteger } from "../core/index.js";
import type { Shape } from "../array/index.js";
import { frequencyIndex } from "./frequencies.js";
import { halfShape, halfWidth, requireAxes } from "./spectrum.js";

/**
 * Frequency of each element of an axis of `size`, in cycles per pixel: `[0, 1, ..., -2, -1] / size`. The Nyquist frequency of an
 * even axis counts as negative.
 *
 * @example
 * ```ts
 * Array.from(fftFrequencies(4)); // [0, 0.25, -0.5, -0.25]
 * ```
 */
export function fftFrequencies(size: number): Float64Array {
  requireInteger("size", size, 1);
  return Float64Array.from({ length: size }, (_, index) => frequencyIndex(index, size) / size);
}

/**
 * Frequency of each element of the fastest axis of a half spectrum whose data are `size` wide, in cycles per pixel: 0 to 0.5.
 *
 * @example
 * ```ts
 * Array.from(rfftFrequencies(4)); // [0, 0.25, 0.5]
 * ```
 */
export function rfftFrequencies(size: number): Float64Array {
  requireInteger("size", size, 1);
  return Float64Array.from({ length: halfWidth(size) }, (_, index) => index / size);
}

/** What a grid of frequencies tells of each coefficient. */
export type FrequencyQuantity = "x" | "y" | "z" | "radius" | "azimuth";

/**
 * A grid over the coefficients of a half spectrum, `[..., floor(nx / 2) + 1]`: their frequency along one axis or its length (`radius`), in cycles per pixel,
 * or the angle of its part in the xy plane from the x axis (`azimuth`), in degrees from -180 to 180.
 *
 * @throws ShapeError if there are not 1 to 3 axes
 * @example
 * ```ts
 * Array.from(frequencyGrid([2, 2], "radius"), (r) => r.toFixed(2)); // ["0.00", "0.50", "0.50", "0.71"]
 * ```
 */
export function frequencyGrid(shape: Shape, quantity: FrequencyQuantity): Float32Array {
  requireAxes("frequencyGrid", shape);
  const [nz, ny, width] = [shape.at(-3) ?? 1, shape.at(-2) ?? 1, halfWidth(shape.at(-1)!)];
  const [fz, fy, fx] = [fftFrequencies(nz), fftFrequencies(ny), rfftFrequencies(shape.at(-1)!)];
  const of = quantities[quantity];
  const out = new Float32Array(halfShape(shape).reduce((product, size) => product * size, 1));
  let at = 0;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < width; x++) out[at++] = of(fx[x]!, fy[y]!, fz[z]!);
    }
  }
  return out;
}

const quantities: Record<FrequencyQuantity, (x: number, y: number, z: number) => number> = {
  x: (x) => x,
  y: (_, y) => y,
  z: (_x, _y, z) => z,
  radius: (x, y, z) => Math.hypot(x, y, z),
  azimuth: (x, y) => (180 * Math.atan2(y, x)) / Math.PI,
};
