import { expect, test } from "vitest";
import { softSphere } from "vitrine/fourier";

test.each([[[21, 21]], [[20, 24]], [[9, 12, 15]]])(
  "1 to the radius, half way down at half the edge, 0 beyond, %j",
  (shape) => {
    const [nx, ny, nz] = [shape.at(-1)!, shape.at(-2)!, shape.at(-3) ?? 1];
    const mask = softSphere(shape, 2, 2);
    mask.forEach((value, i) => {
      const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / nx / ny)];
      const r = Math.hypot(x - Math.floor(nx / 2), y - Math.floor(ny / 2), z - Math.floor(nz / 2));
      if (r <= 2) expect(value).toBe(1);
      else if (r >= 4) expect(value).toBe(0);
      else expect(value).toBeCloseTo((1 + Math.cos((Math.PI * (r - 2)) / 2)) / 2, 6);
    });
  },
);

test("without an edge it is 1 or 0", () => {
  expect(Array.from(softSphere([5], 1, 0))).toEqual([0, 1, 1, 1, 0]);
});
