import { expect, test } from "vitest";
import { zerosLike } from "../../../lib/src/array/index.js";

test("a new array has the precision of the one it is like, and zeros", () => {
  const single = zerosLike(Float32Array.of(1, 2), 3);
  const double = zerosLike(Float64Array.of(1, 2), 0);
  expect(single).toBeInstanceOf(Float32Array);
  expect([...single]).toEqual([0, 0, 0]);
  expect(double).toBeInstanceOf(Float64Array);
  expect(double).toHaveLength(0);
});
