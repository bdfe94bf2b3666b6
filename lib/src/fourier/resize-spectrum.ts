import { ShapeError } from "../core/index.js";
import type { TaskOptions } from "../core/index.js";
import { elementCount, zerosLike } from "../array/index.js";
import type { RealArray, Shape } from "../array/index.js";
import { averageFriedel } from "./friedel.js";
import { frequencyIndex } from "./frequencies.js";
import { irfft } from "./irfft.js";
import { partOf } from "./progress.js";
import { rfft } from "./rfft.js";
import { halfShape, halfSpectrum, halfWidth } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/**
 * The half spectrum of the same waves on another number of samples: high frequencies are left out where an axis gets shorter, and are 0
 * where it gets longer. An even axis holds its Nyquist wave once for both signs: getting longer shares it out between the
 * two, getting shorter adds the two up, as sampling would; so longer and back changes nothing. Coefficients are not scaled.
 *
 * @throws ShapeError if the number of axes differs
 * @row A16
 * @example
 * ```ts
 * const spectrum = await rfft(new Float64Array([1, 2, 3, 2]), [4]);
 * resizeSpectrum(spectrum, [2]).shape; // [2]
 * ```
 */
export function resizeSpectrum<T extends RealArray>(
  spectrum: HalfSpectrum<T>,
  shape: Shape,
): HalfSpectrum<T> {
  const { shape: before, batch } = spectrum;
  if (shape.length !== before.length) {
    throw new ShapeError("resizeSpectrum", { got: `${shape.length} axes`, wanted: `${before.length}` });
  }
  const data = zerosLike(spectrum.data, 2 * batch * elementCount("resizeSpectrum", halfShape(shape)));
  const [mz, my, mx] = lastThree(shape);
  const [nz, ny, nx] = lastThree(before);
  const [alongZ, alongY] = [steps(nz, mz), steps(ny, my)];
  const alongX = steps(nx, mx)
    .filter(({ from, to }) => from < halfWidth(nx) && to < halfWidth(mx))
    .map((step) => (mx < nx && 2 * step.to === mx ? { ...step, share: 2 } : step));
  const [from, to] = [halfWidth(nx), halfWidth(mx)];
  const one = 2 * mz * my * to;
  for (let item = 0; item < batch; item++) {
    for (const z of alongZ) {
      for (const y of alongY) {
        const readRow = ((item * nz + z.from) * ny + y.from) * from;
        const writeRow = ((item * mz + z.to) * my + y.to) * to;
        for (const x of alongX) {
          const share = z.share * y.share * x.share;
          data[2 * (writeRow + x.to)]! += share * spectrum.data[2 * (readRow + x.from)]!;
          data[2 * (writeRow + x.to) + 1]! += share * spectrum.data[2 * (readRow + x.from) + 1]!;
        }
      }
    }
    // the fastest axis holds one sign only: the other stands in the mates
    if (mx < nx && mx % 2 === 0) averageFriedel(data.subarray(item * one, (item + 1) * one), shape, mx / 2);
  }
  return halfSpectrum(data, shape, batch);
}

/**
 * Real data on another number of samples in the same box, by their waves: what was band-limited keeps its values, sizes may be any.
 * The mean stays. Going down drops the waves that the new samples can't hold. Returns a new array.
 *
 * @throws ShapeError if the data don't fill `shape`, or the number of axes differs
 * @row A16
 * @example
 * ```ts
 * const fine = await resampleByFourier(new Float64Array([1, 0, -1, 0]), [4], [8]);
 * fine.length; // 8
 * ```
 */
export async function resampleByFourier<T extends RealArray>(
  data: T,
  shape: Shape,
  to: Shape,
  options: TaskOptions = {},
): Promise<T> {
  const spectrum = resizeSpectrum(await rfft(data, shape, partOf(options, 0, 2)), to);
  const out = await irfft(spectrum, partOf(options, 1, 2));
  const scale = elementCount("resampleByFourier", to) / data.length;
  for (let i = 0; i < out.length; i++) out[i]! *= scale;
  return out;
}

/** One coefficient of an axis on its way: where it stands before and after, and with what share. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The coefficients of an axis of `n` that an axis of `m` holds. */
function steps(n: number, m: number): Step[] {
  const found: Step[] = [];
  const nyquist = Math.min(n, m) / 2;
  for (let from = 0; from < n; from++) {
    const k = frequencyIndex(from, n);
    if (Math.abs(k) > nyquist) continue;
    const twice = n !== m && Math.abs(k) === nyquist;
    if (!twice) found.push({ from, to: (k + m) % m, share: 1 });
    // longer: one coefficient goes to both its signs; shorter: both signs, each met here, go to one
    else if (m > n) found.push({ from, to: nyquist, share: 0.5 }, { from, to: m - nyquist, share: 0.5 });
    else found.push({ from, to: nyquist, share: 1 });
  }
  return found;
}

function lastThree(shape: Shape): [number, number, number] {
  return [shape.at(-3) ?? 1, shape.at(-2) ?? 1, shape.at(-1)!];
}
