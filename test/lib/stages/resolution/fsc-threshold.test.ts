import { describe, expect, test } from "vitest";
import { fscThreshold } from "vitrine";

const coefficients = Float64Array.of(0.5, 5, 50, 5e9);

describe("K9: thresholds", () => {
  test("the fixed ones are the same in all shells", () => {
    expect(Array.from(fscThreshold("0.143", { coefficients }))).toEqual([1 / 7, 1 / 7, 1 / 7, 1 / 7]);
    expect(Array.from(fscThreshold("0.333", { coefficients }))).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3]);
    expect(Array.from(fscThreshold("0.5", { coefficients }))).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  test("half a bit is the published curve (0.2071 + 1.9102 / sqrt n) / (1.2071 + 0.9102 / sqrt n)", () => {
    fscThreshold("half-bit", { coefficients }).forEach((value, shell) => {
      const root = Math.sqrt(2 * coefficients[shell]!);
      // the published numbers have four digits
      expect(value).toBeCloseTo((0.2071 + 1.9102 / root) / (1.2071 + 0.9102 / root), 4);
    });
  });

  test("with ever more coefficients half a bit is SNR 0.4142 of all data, one bit is SNR 1", () => {
    const [half, one] = [
      fscThreshold("half-bit", { coefficients }),
      fscThreshold("one-bit", { coefficients }),
    ];
    // FSC of the halves for SNR S of all data: (S / 2) / (1 + S / 2)
    expect(half[3]).toBeCloseTo(0.4142 / 2 / (1 + 0.4142 / 2), 4);
    expect(one[3]).toBeCloseTo(1 / 3, 4);
    expect(Math.log2(1 + 0.41421356)).toBeCloseTo(0.5, 8);
  });

  test("a name that is not one is refused", () => {
    expect(() => fscThreshold("3 sigma" as "0.5", { coefficients })).toThrow("one of 0.143, 0.333");
  });
});
