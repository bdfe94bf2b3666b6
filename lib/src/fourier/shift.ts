import { requireFinite, startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { frequencyIndex } from "./frequencies.js";
import { irfft } from "./irfft.js";
import { partOf } from "./progress.js";
import { rfft } from "./rfft.js";
import { halfSpectrum, halfWidth } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/** How far something is moved along each axis, in pixels, towards higher indices; any fraction. */
export interface PixelShift {
  readonly x: number;
  /** For two axes and more. 0. */
  readonly y?: number;
  /** For three axes. 0. */
  readonly z?: number;
}

/**
 * Real data moved by any fraction of a pixel, around the edges: each frequency k is multiplied by `exp(-2 pi i k s / n)`. What
 * leaves on one side comes in on the other; a shift by whole pixels is exact to rounding. Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`
 * @throws ValueError if a shift is not finite
 * @row A16
 * @example
 * ```ts
 * const moved = await fourierShift(new Float64Array([1, 0, 0, 0]), [4], { x: 1 });
 * Array.from(moved, Math.round); // [0, 1, 0, 0]
 * ```
 */
export async function fourierShift<T extends RealArray>(
  data: T,
  shape: Shape,
  shiftPx: PixelShift,
  options: TaskOptions = {},
): Promise<T> {
  const spectrum = await rfft(data, shape, partOf(options, 0, 2));
  await shiftSpectrumInto(spectrum, shiftPx, options);
  return irfft(spectrum, partOf(options, 1, 2));
}

/**
 * The half spectrum of moved data; see {@link fourierShift}. The Nyquist frequency of an even axis stands for both its signs
 * and is multiplied by the mean of their factors, `cos(pi s)`: so the spectrum stays one of real data, and moving by `-s` is the
 * adjoint of moving by `s`.
 *
 * @row A16
 * @example
 * ```ts
 * const spectrum = await rfft(new Float64Array([1, 0, 0, 0]), [4]);
 * Array.from((await shiftSpectrum(spectrum, { x: 2 })).data, Math.round); // [1, 0, -1, 0, 1, 0]
 * ```
 */
export async function shiftSpectrum<T extends RealArray>(
  spectrum: HalfSpectrum<T>,
  shiftPx: PixelShift,
  options: TaskOptions = {},
): Promise<HalfSpectrum<T>> {
  const out = halfSpectrum(spectrum.data.slice() as T, spectrum.shape, spectrum.batch);
  await shiftSpectrumInto(out, shiftPx, options);
  return out;
}

/** {@link shiftSpectrum} in place. */
export async function shiftSpectrumInto(
  { data, shape, batch }: HalfSpectrum,
  { x, y = 0, z = 0 }: PixelShift,
  options: TaskOptions = {},
): Promise<void> {
  const task = startTask(options);
  const width = halfWidth(shape.at(-1)!);
  const [ny, nz] = [shape.at(-2) ?? 1, shape.at(-3) ?? 1];
  const alongX = ramp(width, shape.at(-1)!, requireFinite("shiftPx.x", x, "pixels"));
  const alongY = ramp(ny, ny, requireFinite("shiftPx.y", y, "pixels"));
  const alongZ = ramp(nz, nz, requireFinite("shiftPx.z", z, "pixels"));
  for (let row = 0; row < batch * nz * ny; row++) {
    const iy = 2 * (row % ny);
    const iz = 2 * (Math.floor(row / ny) % nz);
    const re = alongZ[iz]! * alongY[iy]! - alongZ[iz + 1]! * alongY[iy + 1]!;
    const im = alongZ[iz]! * alongY[iy + 1]! + alongZ[iz + 1]! * alongY[iy]!;
    turnRow(data, 2 * row * width, alongX, re, im);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

/** Factors `exp(-2 pi i k shift / size)` of the first `count` indices of an axis. */
function ramp(count: number, size: number, shift: number): Float64Array {
  const out = new Float64Array(2 * count);
  for (let index = 0; index < count; index++) {
    // whole turns are taken off first: a large shift keeps its digits
    const turns = (frequencyIndex(index, size) * (shift % size)) / size;
    const angle = -2 * Math.PI * (turns - Math.round(turns));
    out[2 * index] = Math.cos(angle);
    out[2 * index + 1] = 2 * index === size ? 0 : Math.sin(angle);
  }
  return out;
}

function turnRow(data: RealArray, start: number, along: Float64Array, re: number, im: number): void {
  for (let i = 0; i < along.length; i += 2) {
    const cos = along[i]! * re - along[i + 1]! * im;
    const sin = along[i]! * im + along[i + 1]! * re;
    const [a, b] = [data[start + i]!, data[start + i + 1]!];
    data[start + i] = a * cos - b * sin;
    data[start + i + 1] = a * sin + b * cos;
  }
}
