import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chirp, chirpSpectrum } from "../../../../lib/src/compute/webgpu/fourier/chirp.js";
import { isSmooth, radicesOf, splitLine } from "../../../../lib/src/compute/webgpu/fourier/lengths.js";
import { linesInHand } from "../../../../lib/src/compute/webgpu/fourier/lines-in-hand.js";
import { distance, transform } from "../contract/truth.js";

const product = (numbers: readonly number[]): number => numbers.reduce((all, one) => all * one, 1);
const smoothLengths = fc
  .array(fc.constantFrom(2, 2, 2, 3, 5, 7, 11, 13), { maxLength: 12 })
  .map(product)
  .filter((length) => length <= 2 ** 22);

describe("lengths", () => {
  test("of small primes are smooth, others are not", () => {
    expect([1, 2, 13, 1001, 4096].every(isSmooth)).toBe(true);
    expect([17, 34, 97, 3838].some(isSmooth)).toBe(false);
  });

  test("are the product of their radices", () => {
    fc.assert(fc.property(smoothLengths, (length) => product(radicesOf(length)) === length));
    expect(radicesOf(4096)).toEqual([8, 8, 8, 8]);
    expect(radicesOf(2 ** 7 * 3)).toEqual([8, 4, 4, 3]);
    expect(radicesOf(2)).toEqual([2]);
  });

  test("are cut into passes that fit and make up the whole", () => {
    fc.assert(
      fc.property(smoothLengths, (length) => {
        const parts = splitLine(length, 2048, 256);
        return product(parts) === length && parts.every((part) => part <= (parts.length === 1 ? 2048 : 256));
      }),
    );
    expect(splitLine(4096, 2048, 256)).toEqual([64, 64]);
  });

  test("of lines in hand fill a workgroup and no more", () => {
    expect(linesInHand(4096, 100, 4096)).toBe(1);
    expect(linesInHand(1024, 100, 4096)).toBe(4);
    expect(linesInHand(16, 3, 4096)).toBe(4);
    expect(linesInHand(1, 1, 4096)).toBe(1);
  });
});

test("a chirp's spectrum undoes it: the circular convolution of both is a transform", () => {
  const [length, padded] = [7, 15];
  const wave = chirp(length);
  const kernel = transform(chirpSpectrum(length, padded), [padded], 1); // wrapped around, conjugate
  const wanted = new Float64Array(2 * padded);
  for (let j = 0; j < length; j++) {
    for (const at of [j, (padded - j) % padded]) {
      wanted[2 * at] = wave[2 * j]!;
      wanted[2 * at + 1] = -wave[2 * j + 1]!;
    }
  }
  expect(distance(kernel, wanted)).toBeLessThan(1e-6);
});
