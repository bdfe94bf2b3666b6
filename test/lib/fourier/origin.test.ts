import { expect, test } from "vitest";
import { centreToCorner, cornerToCentre } from "vitrine/fourier";
import { countOf, noise } from "./arrays.js";

test.each([[[1]], [[4]], [[7]], [[3, 4]], [[5, 5]], [[3, 4, 5]], [[2, 1, 6]]])(
  "the corner goes to floor(n / 2) of every axis and back, %j",
  (shape) => {
    const data = noise(countOf(shape));
    const centred = cornerToCentre(data, shape);
    const centre = shape.reduce((at, size) => at * size + Math.floor(size / 2), 0);
    expect(centred[centre]).toBe(data[0]);
    expect(centreToCorner(centred, shape)).toEqual(Float64Array.from(data));
  },
);

test("complex elements move whole", () => {
  expect(Array.from(cornerToCentre(Float64Array.of(1, 10, 2, 20, 3, 30), [3], 2))).toEqual([
    3, 30, 1, 10, 2, 20,
  ]);
});

test("data that don't fill the shape are refused", () => {
  expect(() => cornerToCentre(new Float32Array(5), [2, 2])).toThrow("5 elements");
});
