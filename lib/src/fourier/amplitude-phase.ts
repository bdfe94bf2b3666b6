import { radToDeg } from "../core/index.js";
import { requireSameShape, zerosLike } from "../array/index.js";
import type { RealArray } from "../array/index.js";
import { halfSpectrum } from "./spectrum.js";
import type { HalfSpectrum } from "./spectrum.js";

/**
 * Amplitudes |F| of a half spectrum, one number per stored coefficient.
 *
 * @row A16
 * @example
 * ```ts
 * Array.from(amplitudes(await rfft(new Float64Array([2, 0, 0]), [3]))); // [2, 2]
 * ```
 */
export function amplitudes<T extends RealArray>({ data }: HalfSpectrum<T>): T {
  const out = zerosLike(data, data.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Math.hypot(data[2 * i]!, data[2 * i + 1]!);
  return out;
}

/**
 * Phases of a half spectrum in degrees, in (-180, 180], one number per stored coefficient.
 *
 * @row A16
 * @example
 * ```ts
 * Array.from(phasesDeg(await rfft(new Float64Array([0, 1, 0, 0]), [4]))); // [0, -90, 180]
 * ```
 */
export function phasesDeg<T extends RealArray>({ data }: HalfSpectrum<T>): T {
  const out = zerosLike(data, data.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = radToDeg(Math.atan2(data[2 * i + 1]!, data[2 * i]!));
  return out;
}

/**
 * A spectrum with the amplitudes of one and the phases of another. A coefficient without a phase, being 0, gets phase 0.
 *
 * @throws ShapeError if the shapes differ
 * @row A16
 * @example
 * ```ts
 * const one = await rfft(new Float64Array([1, 0, 0]), [3]);
 * const other = await rfft(new Float64Array([0, 2, 0]), [3]);
 * Array.from(await irfft(joinAmplitudesAndPhases(one, other))); // [0, 1, 0]
 * ```
 */
export function joinAmplitudesAndPhases<T extends RealArray>(
  amplitudesOf: HalfSpectrum,
  phasesOf: HalfSpectrum<T>,
): HalfSpectrum<T> {
  requireSameShape("amplitudes and phases", amplitudesOf.shape, phasesOf.shape);
  const a = amplitudesOf.data;
  const p = phasesOf.data;
  const out = zerosLike(p, p.length);
  for (let i = 0; i < p.length; i += 2) {
    const amplitude = Math.hypot(a[i]!, a[i + 1]!);
    const length = Math.hypot(p[i]!, p[i + 1]!);
    out[i] = length === 0 ? amplitude : (amplitude * p[i]!) / length;
    out[i + 1] = length === 0 ? 0 : (amplitude * p[i + 1]!) / length;
  }
  return halfSpectrum(out, phasesOf.shape);
}
