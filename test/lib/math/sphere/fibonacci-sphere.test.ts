import { expect, test } from "vitest";
import { angleBetweenVectorsDeg, fibonacciSphere } from "vitrine/math";

test.each([1, 2, 7, 1000])("%i unit vectors, balanced about the centre along z", (count) => {
  const points = fibonacciSphere(count);
  expect(points).toHaveLength(count);
  for (const point of points) expect(Math.abs(Math.hypot(...point) - 1)).toBeLessThan(1e-14);
  expect(Math.abs(points.reduce((sum, [, , z]) => sum + z, 0))).toBeLessThan(1e-12 * count);
});

test("neighbours keep the distance that evenness allows", () => {
  const count = 500;
  const points = fibonacciSphere(count);
  const nearest = points.map((a, i) =>
    Math.min(...points.filter((_, j) => j !== i).map((b) => angleBetweenVectorsDeg(a, b))),
  );
  // a hexagonal packing of 500 caps would have neighbours 9.8 degrees apart
  const hexagonalDeg = (Math.sqrt((8 * Math.PI) / (Math.sqrt(3) * count)) * 180) / Math.PI;
  expect(Math.min(...nearest)).toBeGreaterThan(0.7 * hexagonalDeg);
  expect(Math.max(...nearest)).toBeLessThan(hexagonalDeg);
});

test("none is not a number of points", () => {
  expect(() => fibonacciSphere(0)).toThrow("count: got 0");
});
