import type { SliceJob } from "../../jobs/slice-jobs.js";

/**
 * Visits the coefficients of slice `slice` that count: its index in the slice's half spectrum, its column u and its place in
 * the grid, of two opposite ones that with x >= 0; `sign` is -1 where that is the place of its conjugate.
 */
export function forEachPlace(
  { rotations, boxSizePx: n, radiusPx, grid }: SliceJob,
  slice: number,
  visit: (index: number, u: number, sign: number, x: number, y: number, z: number) => void,
): void {
  const [xx, xy, xz, yx, yy, yz] = rotations.subarray(9 * slice, 9 * slice + 6) as unknown as SixNumbers;
  const finer = grid.paddedSizePx / n;
  const width = Math.floor(n / 2) + 1;
  for (let row = 0; row < n; row++) {
    const v = 2 * row < n ? row : row - n;
    for (let u = 0; u < width; u++) {
      if (u * u + v * v >= radiusPx * radiusPx) break;
      const x = finer * (u * xx + v * yx);
      const sign = x < 0 ? -1 : 1;
      const y = sign * finer * (u * xy + v * yy);
      const z = sign * finer * (u * xz + v * yz);
      visit(row * width + u, u, sign, sign * x, y, z);
    }
  }
}

type SixNumbers = readonly [number, number, number, number, number, number];

/**
 * Visits the eight samples around a place, in rows `[z, y, x]` of a grid of side `size`, with their weights. A sample beyond
 * the last column has a weight of rounding only, and is passed over.
 */
export function forEachCorner(
  size: number,
  x: number,
  y: number,
  z: number,
  visit: (sample: number, weight: number) => void,
): void {
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const width = size / 2 + 1;
  for (let dz = 0; dz < 2; dz++) {
    const wz = dz === 0 ? z0 + 1 - z : z - z0;
    const plane = ((z0 + dz + size) % size) * size;
    for (let dy = 0; dy < 2; dy++) {
      const wzy = wz * (dy === 0 ? y0 + 1 - y : y - y0);
      const row = (plane + ((y0 + dy + size) % size)) * width + x0;
      visit(row, wzy * (x0 + 1 - x));
      if (x0 + 1 < width) visit(row + 1, wzy * (x - x0));
    }
  }
}
