import { startTask } from "vitrine/core";
import { readBlock, type Density } from "./density.js";
import type { Plane } from "./plane.js";

/** A small copy: each element is the mean of `factor` elements along every axis. */
export interface Binned {
  readonly data: Float32Array;
  readonly shape: readonly [nz: number, ny: number, nx: number];
  readonly factor: number;
}

/** Smallest whole factor that brings every side to at most `maxSize`. */
export function binningFactor(shape: readonly number[], maxSize: number): number {
  return Math.max(1, Math.ceil(Math.max(...shape) / maxSize));
}

/**
 * Mean over blocks of `factor`³ voxels; the blocks at the far edges may be smaller. Elements that are not finite
 * are left out; a block without any finite element is NaN.
 */
export async function binDensity(density: Density, factor: number): Promise<Binned> {
  const [nz, ny, nx] = density.shape;
  const shape = [Math.ceil(nz / factor), Math.ceil(ny / factor), Math.ceil(nx / factor)] as const;
  const data = new Float32Array(shape[0] * shape[1] * shape[2]);
  const sums = new Float64Array(shape[2]);
  const counts = new Float64Array(shape[2]);
  const scratch = new Float32Array(nx);
  const task = startTask();
  for (let z = 0; z < shape[0]; z++) {
    for (let y = 0; y < shape[1]; y++) {
      sums.fill(0);
      counts.fill(0);
      for (let fine = z * factor; fine < Math.min(nz, (z + 1) * factor); fine++) {
        for (let row = y * factor; row < Math.min(ny, (y + 1) * factor); row++) {
          const start = (fine * ny + row) * nx;
          addRow(sums, counts, readBlock(density, start, start + nx, scratch), factor);
        }
      }
      const to = (z * shape[1] + y) * shape[2];
      for (let x = 0; x < shape[2]; x++) data[to + x] = sums[x]! / counts[x]!;
      await task.breathe();
    }
  }
  return { data, shape, factor };
}

/** Mean over blocks of `factor` x `factor` pixels, by the same rule. */
export async function binPlane({ data, shape }: Plane, factor: number): Promise<Plane> {
  const [ny, nx] = shape;
  const binned: readonly [number, number] = [Math.ceil(ny / factor), Math.ceil(nx / factor)];
  const out = new Float32Array(binned[0] * binned[1]);
  const sums = new Float64Array(binned[1]);
  const counts = new Float64Array(binned[1]);
  const task = startTask();
  for (let y = 0; y < binned[0]; y++) {
    sums.fill(0);
    counts.fill(0);
    for (let row = y * factor; row < Math.min(ny, (y + 1) * factor); row++)
      addRow(sums, counts, data.subarray(row * nx, (row + 1) * nx), factor);
    for (let x = 0; x < binned[1]; x++) out[y * binned[1] + x] = sums[x]! / counts[x]!;
    await task.breathe();
  }
  return { data: out, shape: binned };
}

function addRow(sums: Float64Array, counts: Float64Array, row: Float32Array, factor: number): void {
  for (let x = 0, at = 0; at < row.length; x++) {
    const end = Math.min(row.length, at + factor);
    let [sum, count] = [0, 0];
    for (; at < end; at++) {
      const value = row[at]!;
      if (value - value === 0) {
        sum += value;
        count += 1;
      }
    }
    sums[x]! += sum;
    counts[x]! += count;
  }
}
