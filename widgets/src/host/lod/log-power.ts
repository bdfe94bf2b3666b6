import { originIndex } from "vitrine/array";
import type { PowerSpectrum } from "vitrine";
import { binPlane, binningFactor } from "./binning.js";
import type { Density } from "./density.js";
import type { Plane } from "./plane.js";

/** log10 of a spectrum's power, small enough to show. */
export interface LogPower {
  readonly plane: Plane;
  /** Original pixels along each side of one of these. */
  readonly binning: number;
}

/**
 * log10 of the power, binned (mean power) until no side is above `maxSize`. Where the power is 0 or not finite, the
 * smallest positive power stands for it; all 0 where there is none.
 */
export async function logPower({ data, shape }: PowerSpectrum, maxSize: number): Promise<LogPower> {
  const binning = binningFactor(shape, maxSize);
  const plane = await binPlane({ data, shape }, binning);
  let least = Number.POSITIVE_INFINITY;
  for (const power of plane.data) if (power > 0 && power < least) least = power;
  const floor = Number.isFinite(least) ? least : 1;
  const logs = plane.data.map((power) => Math.log10(power > 0 && Number.isFinite(power) ? power : floor));
  return { plane: { data: logs, shape: plane.shape }, binning };
}

/** A plane as a map one voxel thick, for what works on maps. */
export function flat({ data, shape }: Plane): Density {
  return { parts: [data], shape: [1, shape[0], shape[1]], voxelSizesA: [1, 1, 1] };
}

/** Least distance between two rings, as a part of the distance from the origin to Nyquist. */
const ringDistance = 0.17;

/** Round resolutions in Å for rings between the origin and Nyquist, far enough apart to be labelled. */
export function ringResolutions(pixelSizeA: number): number[] {
  const nyquistA = 2 * pixelSizeA;
  const rings: number[] = [];
  let last = 0;
  for (let power = 10 ** Math.ceil(Math.log10(nyquistA) + 2); power >= nyquistA / 10; power /= 10) {
    for (const step of [8, 6, 5, 4, 3, 2.5, 2, 1.5, 1]) {
      const at = nyquistA / (step * power);
      if (at - last < ringDistance || at > 0.98) continue;
      rings.push(Number((step * power).toPrecision(3)));
      last = at;
    }
  }
  return rings;
}

/** A ring's half axes in pixels of a picture `size` pixels large of a spectrum; it is a circle where that is square. */
export function ringRadius(
  resolutionA: number,
  pixelSizeA: number,
  size: { readonly width: number; readonly height: number },
): readonly [rx: number, ry: number] {
  const part = pixelSizeA / resolutionA;
  return [part * size.width, part * size.height];
}

/** Where the origin lies in a picture of the spectrum: the middle of its pixel, as parts of the whole. */
export function originPart([ny, nx]: PowerSpectrum["shape"]): readonly [row: number, column: number] {
  return [(originIndex(ny) + 0.5) / ny, (originIndex(nx) + 0.5) / nx];
}
