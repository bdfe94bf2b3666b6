import { frequencyIndex } from "../../fourier/index.js";
import { mateRowOf } from "./ball.js";
import type { Ball } from "./ball.js";
import { addFour, together } from "./binomial-sum.js";

/**
 * What writes the means along x and y of the product of `a` and `b` in plane `z`, into `out` from `to` on, as far as the rows of
 * the ball reach up to two planes from it. Beyond x = 0 stand the mates, whose products are taken once, at the start.
 */
export function planeMeans(
  a: Float32Array,
  b: Float32Array,
  ball: Ball,
): (out: Float32Array, to: number, z: number) => void {
  const { size, width, reach } = ball;
  const mates = productsOfMates(a, b, ball);
  const alongX = new Float32Array((size + together + 2) * width); // two rows before the first, and at least two behind
  const starts = Array.from({ length: together + 4 }, (_, row) => row * width);

  /** Sums the products of a row along x, from `at` to `end`; behind them comes 0. */
  function sumRow(row: number, at: number, end: number): void {
    const [first, count] = [row * width, reach[row]!];
    let [before, left, here] = [mates[2 * row + 1]!, mates[2 * row]!, a[first]! * b[first]!];
    let right = count > 1 ? a[first + 1]! * b[first + 1]! : 0;
    for (let i = at, next = 2; i < end; i++, next++) {
      const after = next < count ? a[first + next]! * b[first + next]! : 0;
      alongX[i] = (before + after + 4 * (left + right) + 6 * here) * (1 / 16);
      before = left;
      left = here;
      here = right;
      right = after;
    }
  }

  return (out, to, z) => {
    const nearest = Math.max(0, Math.abs(frequencyIndex(z, size)) - 2) * size;
    const longest = reach[nearest]!;
    for (let y = 0; y < size; y++) {
      const count = reach[z * size + y]!;
      const at = (y + 2) * width;
      const end = count === 0 ? at : at + Math.min(count + 2, width);
      sumRow(z * size + y, at, end);
      alongX.fill(0, end, at + longest);
    }
    alongX.copyWithin(0, size * width, (size + 2) * width);
    alongX.copyWithin((size + 2) * width, 2 * width, 4 * width);
    for (let y = 0; y < size; y += together) {
      const longestRow = Math.max(reach[nearest + y]!, reach[nearest + Math.min(y + together, size) - 1]!);
      addFour(out, to + y * width, width, alongX, starts, y * width, longestRow);
    }
  };
}

/** Of each row in the ball: the products at the mates of the samples x = -1 and x = -2, in this order. */
function productsOfMates(a: Float32Array, b: Float32Array, { size, width, reach }: Ball): Float32Array {
  const products = new Float32Array(2 * reach.length);
  for (let row = 0; row < reach.length; row++) {
    const count = reach[row]!;
    const mate = mateRowOf(row, size) * width;
    if (count > 1) products[2 * row] = a[mate + 1]! * b[mate + 1]!;
    if (count > 2) products[2 * row + 1] = a[mate + 2]! * b[mate + 2]!;
  }
  return products;
}
