import { expect, test } from "vitest";
import { splitNumbers } from "../../../../lib/src/compute/webgpu/arrays/split-numbers.js";

test("split numbers are whole together, and the coarse part times whole numbers is exact in float32", () => {
  const numbers = [0.123456789, -1.987654321, Math.PI / 3];
  const { coarse, fine } = splitNumbers(numbers, 1024);
  numbers.forEach((number, index) => {
    expect(coarse[index]! + fine[index]!).toBe(number);
    for (const k of [1, 7, 255, 511]) expect(Math.fround(k * coarse[index]!)).toBe(k * coarse[index]!);
    expect(Math.abs(fine[index]!)).toBeLessThanOrEqual(2 ** -13);
  });
  const sum = 300 * coarse[0]! - 211 * coarse[1]!;
  expect(Math.fround(sum)).toBe(sum);
});
