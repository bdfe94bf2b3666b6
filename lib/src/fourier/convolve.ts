import { startTask } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { requireShape } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { irfft } from "./irfft.js";
import { partOf } from "./progress.js";
import { rfft } from "./rfft.js";
import type { HalfSpectrum } from "./spectrum.js";

/**
 * Convolution around the edges, `c(s) = sum over x of a(x) b(s - x)`, by the product of the transforms. The origin of both and of the
 * result is at the corner, index 0 of each axis: a kernel whose middle is in the middle goes through `centreToCorner` first.
 * Where the edges must not meet, pad both with zeros by `padBox`. Returns a new array.
 *
 * @throws ShapeError if `a` or `b` doesn't fill `shape`
 * @row A16
 * @example
 * ```ts
 * const blurred = await convolve(new Float64Array([4, 0, 0, 0]), new Float64Array([0.5, 0.25, 0, 0.25]), [4]);
 * Array.from(blurred); // [2, 1, 0, 1]
 * ```
 */
export async function convolve<T extends RealArray>(
  a: T,
  b: T,
  shape: Shape,
  options: TaskOptions = {},
): Promise<T> {
  return throughProduct(a, b, shape, 1, options);
}

/**
 * Cross-correlation around the edges, `c(s) = sum over x of a(x + s) b(x)`: where it is highest, `b` moved by `s` looks most
 * like `a`. Shift 0 is at the corner, negative shifts at the far ends of the axes; `cornerToCentre` brings 0 to the middle. Returns a new array.
 *
 * @throws ShapeError if `a` or `b` doesn't fill `shape`
 * @row A16
 * @example
 * ```ts
 * const likeness = await correlate(new Float64Array([0, 0, 1, 0]), new Float64Array([0, 1, 0, 0]), [4]);
 * Array.from(likeness, Math.round); // [0, 1, 0, 0]
 * ```
 */
export async function correlate<T extends RealArray>(
  a: T,
  b: T,
  shape: Shape,
  options: TaskOptions = {},
): Promise<T> {
  return throughProduct(a, b, shape, -1, options);
}

/** The transform of `a` times that of `b`, or times its conjugate for `sign` -1, back among real data. */
async function throughProduct<T extends RealArray>(
  a: T,
  b: T,
  shape: Shape,
  sign: 1 | -1,
  options: TaskOptions,
): Promise<T> {
  requireShape("a", a.length, shape);
  requireShape("b", b.length, shape);
  const product = await rfft(a, shape, partOf(options, 0, 3));
  const other = b === a ? product : await rfft(b, shape, partOf(options, 1, 3));
  await multiplyInto(product, other, sign, options);
  return irfft(product, partOf(options, 2, 3));
}

/** Coefficients multiplied between two looks at the clock. */
const block = 65536;

async function multiplyInto(
  { data: p }: HalfSpectrum,
  { data: q }: HalfSpectrum,
  sign: 1 | -1,
  options: TaskOptions,
): Promise<void> {
  const task = startTask(options);
  for (let start = 0; start < p.length; start += 2 * block) {
    const end = Math.min(p.length, start + 2 * block);
    for (let i = start; i < end; i += 2) {
      const [pr, pi, qr, qi] = [p[i]!, p[i + 1]!, q[i]!, sign * q[i + 1]!];
      p[i] = pr * qr - pi * qi;
      p[i + 1] = pr * qi + pi * qr;
    }
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}
