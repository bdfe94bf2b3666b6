import { expect, test } from "vitest";
import { addFour, together } from "../../../../lib/src/inverse/fourier-reconstruction/binomial-sum.js";
import { singleNoise } from "../../fourier/arrays.js";

test.each([1, 5, 8])("four sums of five stretches of %i numbers, each with weights 1 4 6 4 1", (count) => {
  const [pitch, at, to, stride] = [11, 2, 3, 9];
  const from = singleNoise((together + 4) * pitch, 1);
  const starts = Array.from({ length: together + 4 }, (_, i) => i * pitch);
  const out = new Float32Array(to + together * stride).fill(-1);
  addFour(out, to, stride, from, starts, at, count);
  for (let sum = 0; sum < together; sum++) {
    for (let i = 0; i < stride; i++) {
      const wanted = [1, 4, 6, 4, 1].reduce(
        (total, weight, k) => total + (weight / 16) * from[starts[sum + k]! + at + i]!,
        0,
      );
      if (i < count) expect(out[to + sum * stride + i]).toBeCloseTo(wanted, 6);
      else expect(out[to + sum * stride + i]).toBe(-1);
    }
  }
});
