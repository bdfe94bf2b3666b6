import { frequencyIndex, halfWidth } from "../../fourier/index.js";
import type { Rotation } from "../../math/index.js";
import type { Padding } from "./padded.js";

/**
 * Visits the coefficients of an image's half spectrum that lie within the Nyquist circle, with their places in the padded
 * transform of the map: by the central slice theorem the image's (u, v) is the map's `R^T (u, v, 0)`.
 */
export function forEachSliceSample(
  { boxSizePx: n, paddedSizePx }: Padding,
  [xx, xy, xz, yx, yy, yz]: Rotation,
  visit: (at: number, x: number, y: number, z: number, column: number) => void,
): void {
  const width = halfWidth(n);
  const finer = paddedSizePx / n;
  for (let row = 0; row < n; row++) {
    const v = frequencyIndex(row, n);
    for (let u = 0; u < width; u++) {
      if (4 * (u * u + v * v) >= n * n) continue;
      const x = finer * (u * xx + v * yx);
      const y = finer * (u * xy + v * yy);
      const z = finer * (u * xz + v * yz);
      visit(2 * (row * width + u), x, y, z, u);
    }
  }
}

/** Reads the padded half spectrum `from` at a point between its samples, by straight lines along each axis. */
export function readTrilinear(
  from: Float32Array,
  size: number,
  x: number,
  y: number,
  z: number,
  out: Float64Array,
): void {
  const sign = x < 0 ? -1 : 1; // the other half is the conjugate of this one
  const [px, py, pz] = [sign * x, sign * y, sign * z];
  const [x0, y0, z0] = [Math.floor(px), Math.floor(py), Math.floor(pz)];
  const width = halfWidth(size);
  let re = 0;
  let im = 0;
  for (let dz = 0; dz < 2; dz++) {
    const wz = dz === 0 ? z0 + 1 - pz : pz - z0;
    const plane = ((z0 + dz + size) % size) * size;
    for (let dy = 0; dy < 2; dy++) {
      const wzy = wz * (dy === 0 ? y0 + 1 - py : py - y0);
      const at = 2 * ((plane + ((y0 + dy + size) % size)) * width + x0);
      const near = wzy * (x0 + 1 - px);
      const far = wzy * (px - x0);
      re += near * from[at]! + far * from[at + 2]!;
      im += near * from[at + 1]! + far * from[at + 3]!;
    }
  }
  out[0] = re;
  out[1] = sign * im;
}

/**
 * Adds a coefficient to the samples of a padded half spectrum around its place: the adjoint of
 * {@link readTrilinear} once the mate is added too.
 */
export function addTrilinear(
  to: Float32Array,
  size: number,
  x: number,
  y: number,
  z: number,
  re: number,
  im: number,
): void {
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const width = halfWidth(size);
  for (let dz = 0; dz < 2; dz++) {
    const wz = dz === 0 ? z0 + 1 - z : z - z0;
    const plane = ((z0 + dz + size) % size) * size;
    for (let dy = 0; dy < 2; dy++) {
      const wzy = wz * (dy === 0 ? y0 + 1 - y : y - y0);
      const row = (plane + ((y0 + dy + size) % size)) * width;
      for (let dx = 0; dx < 2; dx++) {
        const column = x0 + dx === -size / 2 ? size / 2 : x0 + dx;
        if (column < 0) continue; // held by its mate
        const weight = wzy * (dx === 0 ? x0 + 1 - x : x - x0);
        to[2 * (row + column)]! += weight * re;
        to[2 * (row + column) + 1]! += weight * im;
      }
    }
  }
}
