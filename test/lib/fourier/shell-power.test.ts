import { describe, expect, test } from "vitest";
import { rfft, shellPower } from "vitrine/fourier";
import { noise } from "./arrays.js";

describe("A16: radial average of the power", () => {
  test.each([[[64, 64]], [[61, 48]], [[24, 24, 24]], [[15, 20, 17]]])(
    "white noise is flat to its own scatter, %j",
    async (shape) => {
      const count = shape.reduce((product, size) => product * size, 1);
      const { power, counts } = await shellPower(await rfft(noise(count, 12), shape));
      power.forEach((value, shell) => {
        // |F|² / N of independent coefficients is exponential with mean 1; mates are not independent
        const scatter = 1 / Math.sqrt(counts[shell]! / 2);
        expect(Math.abs(value / count - 1), `shell ${shell}`).toBeLessThan(5 * scatter);
      });
    },
  );

  test("one wave lies in one shell, with both mates", async () => {
    const n = 16;
    const wave = Float64Array.from({ length: n * n }, (_, i) =>
      Math.cos((2 * Math.PI * (3 * Math.floor(i / n) + 4 * (i % n))) / n),
    );
    const { power, counts } = await shellPower(await rfft(wave, [n, n]));
    // amplitude 1: |F|² = (n² / 2)² at each of two coefficients at radius 5
    power.forEach((value, shell) => {
      expect(value).toBeCloseTo(shell === 5 ? (2 * (n * n * n * n)) / 4 / counts[5]! : 0, 8);
    });
  });

  test("shells hold every coefficient within Nyquist once", async () => {
    const { counts } = await shellPower(await rfft(new Float32Array(81), [9, 9]));
    const expected = new Array<number>(5).fill(0);
    for (let y = -4; y <= 4; y++) {
      for (let x = -4; x <= 4; x++) {
        const shell = Math.round(Math.hypot(x, y));
        if (shell < 5) expected[shell]! += 1;
      }
    }
    expect(Array.from(counts)).toEqual(expected);
  });
});
