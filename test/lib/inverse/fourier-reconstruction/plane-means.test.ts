import { expect, test } from "vitest";
import { ballOf, mateRowOf } from "../../../../lib/src/inverse/fourier-reconstruction/ball.js";
import { planeMeans } from "../../../../lib/src/inverse/fourier-reconstruction/plane-means.js";
import { together } from "../../../../lib/src/inverse/fourier-reconstruction/binomial-sum.js";
import { singleNoise } from "../../fourier/arrays.js";

const weights = [1, 4, 6, 4, 1].map((weight) => weight / 16);

test.each([
  [8, 3],
  [12, 5],
  [16, 8],
])("the means of a product in each plane of a box of %i, within %f of the middle", (size, radius) => {
  const ball = ballOf(size, radius);
  const { width, reach } = ball;
  const [a, b] = [singleNoise(size * size * width, 1), singleNoise(size * size * width, 2)];
  const wrapped = (index: number): number => ((index % size) + size) % size;
  /** The product at a signed x of row (z, y); 0 outside the ball. */
  const product = (z: number, y: number, x: number): number => {
    const row = z * size + y;
    const holding = x < 0 ? mateRowOf(row, size) : row;
    if (Math.abs(x) >= reach[row]!) return 0;
    return a[holding * width + Math.abs(x)]! * b[holding * width + Math.abs(x)]!;
  };
  const write = planeMeans(a, b, ball);
  const out = new Float32Array((size + together) * width);
  let checked = 0;
  for (let z = 0; z < size; z++) {
    write(out, 0, z);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < reach[z * size + y]!; x++) {
        let wanted = 0;
        for (let dy = -2; dy <= 2; dy++)
          for (let dx = -2; dx <= 2; dx++)
            wanted += weights[dy + 2]! * weights[dx + 2]! * product(z, wrapped(y + dy), x + dx);
        expect(out[y * width + x]).toBeCloseTo(wanted, 5);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(0);
});
