import { expect, test } from "vitest";
import { imposeFriedel } from "../../../lib/src/fourier/friedel.js";
import { noise } from "./arrays.js";

test("mates become conjugate, lone coefficients real, and nothing else is touched", () => {
  const data = noise(2 * 3 * 3);
  const before = data.slice();
  imposeFriedel(data, [3, 4]); // 3 rows of 3 coefficients; columns 0 and 2 hold both mates
  const at = (row: number, column: number): [number, number] => {
    const first = 2 * (3 * row + column);
    return [data[first]!, data[first + 1]!];
  };
  for (const column of [0, 2]) {
    expect(at(0, column)[1]).toBe(0);
    expect(at(2, column)).toEqual([at(1, column)[0], -at(1, column)[1]]);
  }
  for (const first of [0, 1, 2].map((row) => 2 * (3 * row + 1))) {
    expect(data.slice(first, first + 2)).toEqual(before.slice(first, first + 2));
  }
});
