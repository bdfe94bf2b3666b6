import type { Task } from "../../core/index.js";
import type { Ball } from "./ball.js";
import { addFour, together } from "./binomial-sum.js";
import { planeMeans } from "./plane-means.js";

/** Told the means of a row of the ball: `means[x]` belongs to sample `at + x`, for `count` samples. */
export type MeanVisit = (means: Float32Array, at: number, count: number) => void;

/**
 * Visits each row of the ball with the means, over neighbours along all axes, of the product of `a` and `b`, which counts as 0
 * outside the ball. The axes y and z are periodic. A visit may overwrite its row of `a` or `b`: no later mean is made of it.
 *
 * Neighbours have the binomial weights 1, 4, 6, 4, 1 over 16 along each axis, of standard deviation 1. In the map that is a
 * product with `cos⁴(pi x / size)`, which falls from 1 at the origin to 0 at the edge of the padded box, so that no fold of it
 * is left. Being that short it is summed where it stands, without a transform: plane after plane along x and y, then along z
 * over the last eight planes, which are in the cache.
 */
export async function forEachMeanRow(
  a: Float32Array,
  b: Float32Array,
  ball: Ball,
  task: Task,
  visit: MeanVisit,
): Promise<void> {
  const { size, width } = ball;
  const planeLength = together * Math.ceil(size / together) * width;
  const planes = new Float32Array((passing + 2) * planeLength);
  const write = planeMeans(a, b, ball);
  const startOf = (z: number): number => placeOf(z, size) * planeLength;
  for (let z = -2; z < 2; z++) write(planes, startOf(z), (z + size) % size);
  for (let z = 0; z < size; z += together) {
    for (let next = z + 2; next < Math.min(z + 6, size); next++) write(planes, startOf(next), next);
    const starts = Array.from({ length: passing }, (_, i) => startOf(z - 2 + i));
    visitPlanes(z, planes, starts, ball, visit);
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

/** Planes that are summed over at a time. */
const passing = together + 4;

/** Where a plane is held: in turn as they pass, and behind those the first two, which are the last ones' neighbours too. */
function placeOf(z: number, size: number): number {
  const index = z < 0 ? z : z % size;
  return index === 0 || index === 1 ? passing + index : (index + passing) % passing;
}

/** Visits the rows of the four planes from `z` on. */
function visitPlanes(
  z: number,
  planes: Float32Array,
  starts: readonly number[],
  { size, width, reach }: Ball,
  visit: MeanVisit,
): void {
  const sums = new Float32Array(together * width);
  const means = Array.from({ length: together }, (_, i) => sums.subarray(i * width, (i + 1) * width));
  const last = Math.min(z + together, size) - 1;
  for (let y = 0; y < size; y++) {
    const longest = Math.max(reach[z * size + y]!, reach[last * size + y]!);
    if (longest === 0) continue;
    addFour(sums, 0, width, planes, starts, y * width, longest);
    for (let plane = z; plane <= last; plane++) {
      const row = plane * size + y;
      if (reach[row]! > 0) visit(means[plane - z]!, row * width, reach[row]!);
    }
  }
}
