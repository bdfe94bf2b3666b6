import { expect, test } from "vitest";
import { transform } from "../../../lib/src/fourier/transform.js";
import { noise } from "./arrays.js";

test.each([Float32Array, Float64Array])(
  "an inverse of more than one axis leaves the spectrum it was given alone, %o",
  async (Precision) => {
    const from = Precision.from(noise(2 * 3 * 4 * 3, 1));
    const before = from.slice();
    const to = new Precision(3 * 4 * 5);
    await transform({ kind: "half-to-real", shape: [3, 4, 5], batch: 1, from, to, scale: 1 }, {});
    expect(from).toEqual(before);
    expect(to.some((value) => value !== 0)).toBe(true);
  },
);

test("single and double precision agree to single precision", async () => {
  const numbers = noise(2 * 30, 2);
  const [single, double] = [new Float32Array(60), new Float64Array(60)];
  const job = { kind: "forward", shape: [5, 6], batch: 1, scale: 1 } as const;
  await transform({ ...job, from: Float32Array.from(numbers), to: single }, {});
  await transform({ ...job, from: Float64Array.from(Float32Array.from(numbers)), to: double }, {});
  for (const [i, value] of double.entries()) expect(Math.abs(single[i]! - value)).toBeLessThan(1e-5);
});
