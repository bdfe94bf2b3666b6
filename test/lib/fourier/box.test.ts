import { describe, expect, test } from "vitest";
import { cropBox, padBox } from "vitrine/fourier";
import { noise } from "./arrays.js";

describe.each([
  [[3], [6]],
  [[4], [7]],
  [
    [5, 4],
    [5, 9],
  ],
  [
    [2, 3, 5],
    [7, 4, 6],
  ],
])("%j in %j", (small, large) => {
  const count = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
  const data = noise(count(small), 1);

  test("there and back is the same", () => {
    expect(cropBox(padBox(data, small, large), large, small)).toEqual(data);
  });

  test("the origin stays the origin", () => {
    const point = new Float64Array(count(small));
    point[originOf(small)] = 1;
    expect(padBox(point, small, large)[originOf(large)]).toBe(1);
  });

  test("cropping is the adjoint of padding", () => {
    const other = noise(count(large), 2);
    const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
    expect(dot(padBox(data, small, large), other)).toBeCloseTo(dot(data, cropBox(other, large, small)), 12);
  });
});

test("a box that sticks out is refused", () => {
  expect(() => padBox(new Float32Array(4), [4], [3])).toThrow("padBox: got [4] in [3]");
  expect(() => cropBox(new Float32Array(4), [4], [2, 2])).toThrow("cropBox");
});

/** Index of the origin, `floor(n / 2)` of each axis. */
function originOf(shape: readonly number[]): number {
  return shape.reduce((at, size) => at * size + Math.floor(size / 2), 0);
}
