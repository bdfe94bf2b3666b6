import { readBlock, readElement, type Density } from "./density.js";

/** The three directions a plane can be perpendicular to, in the order of the array's axes. */
export const axes = ["z", "y", "x"] as const;
export type Axis = (typeof axes)[number];

/** A flat picture of numbers, row after row. */
export interface Plane {
  readonly data: Float32Array;
  /** `[rows, columns]`. */
  readonly shape: readonly [rows: number, columns: number];
}

/** Rows and columns of the planes perpendicular to `axis`: `[ny, nx]`, `[nz, nx]` and `[nz, ny]`. */
export function planeShape(shape: Density["shape"], axis: Axis): readonly [rows: number, columns: number] {
  const [nz, ny, nx] = shape;
  return axis === "z" ? [ny, nx] : axis === "y" ? [nz, nx] : [nz, ny];
}

/** The exact plane number `index` perpendicular to `axis`; the array is the caller's. */
export function slice(density: Density, axis: Axis, index: number): Plane {
  const [nz, ny, nx] = density.shape;
  const shape = planeShape(density.shape, axis);
  const data = new Float32Array(shape[0] * shape[1]);
  if (axis === "z") {
    data.set(readBlock(density, index * ny * nx, (index + 1) * ny * nx, data));
    return { data, shape };
  }
  if (axis === "y") {
    for (let z = 0; z < nz; z++) {
      const start = (z * ny + index) * nx;
      const row = data.subarray(z * nx, (z + 1) * nx);
      row.set(readBlock(density, start, start + nx, row));
    }
    return { data, shape };
  }
  for (let i = 0; i < data.length; i++) data[i] = readElement(density, i * nx + index);
  return { data, shape };
}
