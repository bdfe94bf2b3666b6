import type { Task } from "../../core/index.js";
import { mateRowOf } from "./ball.js";
import type { Ball } from "./ball.js";

/**
 * Sums over neighbours, which iterative weights make even: along each axis with the binomial weights 1, 4, 6, 4, 1 over 16,
 * of standard deviation 1. In the map that is a product with `cos⁴(pi x / size)`, which falls from 1 at the origin to 0 at
 * the edge of the padded box, so that no fold of it is left. Being that short it is summed where it stands, without a
 * transform.
 */

/** Product of `a` and `b` summed along x into `out`; beyond x = 0 stand the mates. Outside the ball all is 0. */
export async function meanAlongX(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  ball: Ball,
  task: Task,
): Promise<void> {
  const { size, width, reach } = ball;
  const product = new Float32Array(width + 6); // two mates before x = 0, four zeros behind the last sample
  for (let row = 0; row < reach.length; row++) {
    const count = reach[row]!;
    if (count > 0) {
      multiplyRow(product, a, b, row * width, count);
      const mate = mateRowOf(row, size) * width;
      product[0] = count > 2 ? a[mate + 2]! * b[mate + 2]! : 0;
      product[1] = count > 1 ? a[mate + 1]! * b[mate + 1]! : 0;
      sumAlong(out, row * width, product, Math.min(count + 2, width));
    }
    if (row % size === 0) {
      const pause = task.breathe();
      if (pause !== undefined) await pause;
    }
  }
}

function multiplyRow(to: Float32Array, a: Float32Array, b: Float32Array, at: number, count: number): void {
  for (let x = 0; x < count; x++) to[x + 2] = a[at + x]! * b[at + x]!;
  to.fill(0, count + 2, count + 6);
}

function sumAlong(out: Float32Array, at: number, from: Float32Array, count: number): void {
  let [before, left, here, right] = [from[0]!, from[1]!, from[2]!, from[3]!];
  for (let x = 0; x < count; x++) {
    const after = from[x + 4]!;
    out[at + x] = (before + after + 4 * (left + right) + 6 * here) * (1 / 16);
    before = left;
    left = here;
    here = right;
    right = after;
  }
}

/**
 * Sums `from` along z and y, which are periodic, and visits each row of the ball with the result: `means[x]` belongs to sample `at + x`, for
 * `count` samples.
 */
export async function forEachMeanRow(
  from: Float32Array,
  { size, width, reach }: Ball,
  task: Task,
  visit: (means: Float32Array, at: number, count: number) => void,
): Promise<void> {
  const plane = new Float32Array(size * width);
  const means = new Float32Array(width);
  const nearby = (index: number): number[] =>
    [size - 2, size - 1, size, size + 1, size + 2].map((step) => (index + step) % size);
  for (let z = 0; z < size; z++) {
    if (reach[z * size] === 0) continue;
    const planes = nearby(z).map((near) => near * plane.length);
    sumStretches(plane, from, planes, plane.length);
    for (let y = 0; y < size; y++) {
      const count = reach[z * size + y]!;
      if (count === 0) continue;
      const rows = nearby(y).map((near) => near * width);
      sumStretches(means, plane, rows, count);
      visit(means, (z * size + y) * width, count);
    }
    const pause = task.breathe();
    if (pause !== undefined) await pause;
  }
}

/** The binomial sum of five stretches of `from`, of `count` numbers each. */
function sumStretches(out: Float32Array, from: Float32Array, starts: readonly number[], count: number): void {
  const [a, b, c, d, e] = starts as [number, number, number, number, number];
  for (let i = 0; i < count; i++) {
    out[i] = (from[a + i]! + from[e + i]! + 4 * (from[b + i]! + from[d + i]!) + 6 * from[c + i]!) * (1 / 16);
  }
}
