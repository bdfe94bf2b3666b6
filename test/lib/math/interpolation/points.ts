import { seeded } from "vitrine/core";

/** Shapes of one, two and three axes: 1, 2, odd, prime, not square, longer than a filter's memory and than a block of lines. */
export const shapesOfAnyAxes: readonly (readonly number[])[] = [
  [1],
  [2],
  [3],
  [101],
  [1, 7],
  [9, 13],
  [2, 40],
  [70, 3],
  [3, 4, 5],
  [2, 1, 6],
  [11, 12, 7],
];

/** Points all over an array and half its size beyond, `[x, y]` or `[x, y, z]` each. */
export function pointsAround(shape: readonly number[], count: number, seed: number = 3): Float64Array {
  const random = seeded(seed);
  const sides = [...shape].reverse();
  return Float64Array.from({ length: count * sides.length }, (_, i) => {
    const side = sides[i % sides.length]!;
    return (2 * random.uniform() - 0.5) * side;
  });
}
