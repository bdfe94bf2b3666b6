import type { Task } from "../../core/index.js";
import { frequencyIndex, halfWidth } from "../../fourier/index.js";

/** The samples of a padded half spectrum `[size, size, width]` that are nearer to the origin than a radius. */
export interface Ball {
  readonly size: number;
  /** Samples along a row of the half spectrum. */
  readonly width: number;
  /** For each row, how many of its samples lie in the ball, from x = 0 on. */
  readonly reach: Int32Array;
}

/** The ball of `radius` padded Fourier pixels in a padded box of `size`. */
export function ballOf(size: number, radius: number): Ball {
  const width = halfWidth(size);
  const reach = new Int32Array(size * size);
  for (let row = 0; row < reach.length; row++) {
    const left = radius * radius - squareOf(row, size);
    reach[row] = left > 0 ? Math.min(width, Math.ceil(Math.sqrt(left))) : 0;
  }
  return { size, width, reach };
}

/** Square of the distance of a row `z * size + y` from the x axis, in padded Fourier pixels. */
export function squareOf(row: number, size: number): number {
  const [y, z] = [frequencyIndex(row % size, size), frequencyIndex(Math.floor(row / size), size)];
  return y * y + z * z;
}

/** The row of the mates `(-z, -y)` of a row's samples. */
export function mateRowOf(row: number, size: number): number {
  const [y, z] = [row % size, Math.floor(row / size)];
  return ((size - z) % size) * size + ((size - y) % size);
}

/** Visits the rows of the ball: where each begins, how many samples it has, and the square of its distance from the x axis. */
export async function forEachRow(
  { size, width, reach }: Ball,
  task: Task,
  visit: (at: number, count: number, square: number) => void,
): Promise<void> {
  for (let row = 0; row < reach.length; row++) {
    if (reach[row]! > 0) visit(row * width, reach[row]!, squareOf(row, size));
    if (row % size === 0) {
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
  }
}
