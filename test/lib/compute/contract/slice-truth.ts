import { complexOf, halfOf, noise, transform } from "./truth.js";

/** The rotation of Euler angles ZYZ in degrees, row after row, as CONVENTIONS has it. */
export function rotationOf(rotDeg: number, tiltDeg: number, psiDeg: number): number[] {
  const [c, s] = [Math.cos, Math.sin].map((wave) =>
    [psiDeg, tiltDeg, rotDeg].map((angle) => wave((angle * Math.PI) / 180)),
  ) as [number[], number[]];
  const [cp, ct, cr] = c as [number, number, number];
  const [sp, st, sr] = s as [number, number, number];
  return [
    [cp * ct * cr - sp * sr, cp * ct * sr + sp * cr, -cp * st],
    [-sp * ct * cr - cp * sr, -sp * ct * sr + cp * cr, sp * st],
    [st * cr, st * sr, ct],
  ].flat();
}

/** The spectrum of a real box of noise: whole, and the half that is stored. */
export function spectrumOf(
  size: number,
  seed: number,
): { readonly whole: Float64Array; readonly half: Float32Array } {
  const shape = [size, size, size];
  const whole = transform(complexOf(noise(size ** 3, seed)), shape, -1);
  return { whole, half: Float32Array.from(halfOf(whole, shape)) };
}

/** Points of a whole slice, u of either sign, with their place in a grid and their place in the slice's half spectrum. */
function forEachPoint(
  padded: number,
  rotations: Float32Array,
  n: number,
  radiusPx: number,
  visit: (slice: number, u: number, v: number, place: readonly [number, number, number]) => void,
): void {
  const reach = Math.ceil(radiusPx);
  for (let slice = 0; slice < rotations.length / 9; slice++) {
    const r = rotations.subarray(9 * slice, 9 * slice + 9);
    const along = (axis: number, u: number, v: number): number =>
      (padded / n) * (u * r[axis]! + v * r[3 + axis]!);
    for (let u = -reach; u <= reach; u++) {
      for (let v = -reach; v <= reach; v++) {
        if (u * u + v * v >= radiusPx * radiusPx) continue;
        visit(slice, u, v, [along(0, u, v), along(1, u, v), along(2, u, v)]);
      }
    }
  }
}

/** The samples `[z, y, x]` of a whole spectrum around a place, with the shares of the place's value. */
function forEachSample(
  padded: number,
  place: readonly [number, number, number],
  visit: (sample: number, share: number) => void,
): void {
  const wrapped = (index: number): number => ((index % padded) + padded) % padded;
  const [x0, y0, z0] = place.map(Math.floor) as [number, number, number];
  for (const [x, y, z] of corners.map(([a, b, c]) => [x0 + a!, y0 + b!, z0 + c!] as const)) {
    const share = (1 - Math.abs(place[0] - x)) * (1 - Math.abs(place[1] - y)) * (1 - Math.abs(place[2] - z));
    visit((wrapped(z) * padded + wrapped(y)) * padded + wrapped(x), share);
  }
}

const corners = Array.from({ length: 8 }, (_, corner) => [corner & 1, (corner >> 1) & 1, corner >> 2]);

/** Slices read out of a whole spectrum. */
export function readOut(
  whole: Float64Array,
  padded: number,
  rotations: Float32Array,
  n: number,
  radiusPx: number,
): Float64Array {
  const width = Math.floor(n / 2) + 1;
  const slices = new Float64Array(2 * (rotations.length / 9) * n * width);
  forEachPoint(padded, rotations, n, radiusPx, (slice, u, v, place) => {
    if (u < 0) return;
    const at = 2 * ((slice * n + (v < 0 ? v + n : v)) * width + u);
    forEachSample(padded, place, (sample, share) => {
      slices[at]! += share * whole[2 * sample]!;
      slices[at + 1]! += share * whole[2 * sample + 1]!;
    });
  });
  return slices;
}

/**
 * Slices shared out over a whole spectrum, by the half that is stored. A slice's own spectrum is made whole before: at u < 0
 * stand conjugates of opposite points, at u = 0 the means of both.
 */
export function collected(
  slices: Float32Array,
  weights: Float32Array | undefined,
  padded: number,
  rotations: Float32Array,
  n: number,
  radiusPx: number,
): { readonly spectrum: Float64Array; readonly weights: Float64Array } {
  const width = Math.floor(n / 2) + 1;
  const sums = new Float64Array(2 * padded ** 3);
  const counts = new Float64Array(2 * padded ** 3);
  const stored = (slice: number, u: number, v: number, side: 1 | -1): readonly [number, number, number] => {
    const at = (slice * n + (v < 0 ? v + n : v)) * width + u;
    return [slices[2 * at]!, side * slices[2 * at + 1]!, weights?.[at] ?? 1];
  };
  forEachPoint(padded, rotations, n, radiusPx, (slice, u, v, place) => {
    const own = stored(slice, Math.abs(u), u < 0 ? -v : v, u < 0 ? -1 : 1);
    const mate = u === 0 ? stored(slice, 0, -v, -1) : own;
    const [re, im, counted] = own.map((number, part) => (number + mate[part]!) / 2) as [
      number,
      number,
      number,
    ];
    forEachSample(padded, place, (sample, share) => {
      sums[2 * sample]! += share * re;
      sums[2 * sample + 1]! += share * im;
      counts[2 * sample]! += share * counted;
    });
  });
  const shape = [padded, padded, padded];
  return { spectrum: halfOf(sums, shape), weights: halfOf(counts, shape).filter((_, at) => at % 2 === 0) };
}

/**
 * Scalar product of two half spectra as of the whole ones whose fastest axis has `size` elements: what has a mate in the other
 * half counts twice.
 */
export function wholeDot(a: ArrayLike<number>, b: ArrayLike<number>, size: number): number {
  const width = Math.floor(size / 2) + 1;
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    const k = Math.floor(at / 2) % width;
    sum += (k === 0 || 2 * k === size ? 1 : 2) * a[at]! * b[at]!;
  }
  return sum;
}
