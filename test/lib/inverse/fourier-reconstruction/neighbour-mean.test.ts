import { describe, expect, test } from "vitest";
import { startTask } from "../../../../lib/src/core/index.js";
import { ballOf, mateRowOf, squareOf } from "../../../../lib/src/inverse/fourier-reconstruction/ball.js";
import { forEachMeanRow } from "../../../../lib/src/inverse/fourier-reconstruction/neighbour-mean.js";
import { largestDifference, singleNoise } from "../../fourier/arrays.js";

/** A frequency in its place among those of a periodic axis. */
const signed = (frequency: number, size: number): number => wrapped(frequency + size / 2, size) - size / 2;

const wrapped = (index: number, size: number): number => ((index % size) + size) % size;

/** The value at a signed place of the full grid, of which the half spectrum holds x = 0 ... size / 2; 0 outside the ball. */
function full(half: Float32Array, size: number, radius: number) {
  const width = size / 2 + 1;
  return (z: number, y: number, x: number): number => {
    if (x * x + y * y + z * z >= radius * radius) return 0;
    const sign = x < 0 ? -1 : 1;
    return half[(wrapped(sign * z, size) * size + wrapped(sign * y, size)) * width + sign * x]!;
  };
}

describe("the ball", () => {
  test.each([
    [8, 3],
    [12, 6],
    [10, 4.5],
    [2, 1],
  ])("in a box of %i holds what is nearer than %f", (size, radius) => {
    const { width, reach } = ballOf(size, radius);
    reach.forEach((count, row) => {
      for (let x = 0; x < width; x++) {
        expect(x < count).toBe(squareOf(row, size) + x * x < radius * radius);
      }
    });
  });

  test("mates of rows are mates of one another, at the same distance", () => {
    for (let row = 0; row < 64; row++) {
      expect(mateRowOf(mateRowOf(row, 8), 8)).toBe(row);
      expect(squareOf(mateRowOf(row, 8), 8)).toBe(squareOf(row, 8));
    }
  });
});

test("a visit may overwrite its row: no later mean is made of it", async () => {
  const ball = ballOf(10, 5);
  const [a, b] = [singleNoise(10 * 10 * ball.width, 1), singleNoise(10 * 10 * ball.width, 2)];
  const meansOf = async (leave: (at: number, count: number) => void): Promise<number[]> => {
    const all: number[] = [];
    await forEachMeanRow(a, b, ball, startTask(), (means, at, count) => {
      all.push(...means.subarray(0, count));
      leave(at, count);
    });
    return all;
  };
  const untouched = await meansOf(() => undefined);
  expect(await meansOf((at, count) => a.fill(Number.NaN, at, at + count))).toEqual(untouched);
});

describe("binomial means of neighbours", () => {
  test.each([
    [8, 3],
    [12, 5.5],
    [16, 2.2],
    [10, 5],
    [4, 2],
    [2, 1],
  ])("are what the sum over the full grid says, size %i, radius %f", async (size, radius) => {
    const ball = ballOf(size, radius);
    const [a, b] = [singleNoise(size * size * ball.width, 1), singleNoise(size * size * ball.width, 2)];
    const valueA = full(a, size, radius);
    const valueB = full(b, size, radius);
    const taps = [1, 4, 6, 4, 1];
    const wanted: number[] = [];
    const got: number[] = [];
    await forEachMeanRow(a, b, ball, startTask(), (means, at, count) => {
      const row = at / ball.width;
      const [y, z] = [row % size, Math.floor(row / size)].map((i) => (i < size / 2 ? i : i - size)) as [
        number,
        number,
      ];
      for (let x = 0; x < count; x++) {
        let sum = 0;
        for (const [k, tz] of taps.entries())
          for (const [j, ty] of taps.entries())
            for (const [i, tx] of taps.entries()) {
              const at = [signed(z + k - 2, size), signed(y + j - 2, size), x + i - 2] as const;
              sum += tz * ty * tx * valueA(...at) * valueB(...at);
            }
        wanted.push(sum / 16 ** 3);
        got.push(means[x]!);
      }
    });
    expect(got.length).toBe(ball.reach.reduce((sum, count) => sum + count));
    // stored in single precision
    expect(largestDifference(got, wanted)).toBeLessThan(1e-6);
  });
});
