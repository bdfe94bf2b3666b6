import { describe, expect, test } from "vitest";
import { filterImage, filterVolume, image, statistics, volume } from "vitrine";
import type { FilterOptions, Image } from "vitrine";
import { rfft } from "vitrine/fourier";
import { largestDifference, singleNoise } from "../fourier/arrays.js";

const n = 64;
const pixelSizeA = 1.5;
/** Length in Å of a wave of `cycles` per box. */
const lengthA = (cycles: number): number => (n * pixelSizeA) / cycles;
const wave = (cycles: number): Image =>
  image(
    Float32Array.from({ length: n * n }, (_, i) => Math.cos((2 * Math.PI * cycles * (i % n)) / n)),
    { shape: [n, n], pixelSizeA },
  );
/** What is left of a wave's power. */
const passed = async (cycles: number, options: FilterOptions): Promise<number> =>
  (statistics((await filterImage(wave(cycles), options)).data).sd / statistics(wave(cycles).data).sd) ** 2;
const profiles = ["raised-cosine", "gaussian", "butterworth"] as const;

describe.each(profiles)("A17: %s filter", (profile) => {
  test("half the power passes at the limit; more, or less, one Fourier pixel beside it", async () => {
    for (const cycles of [8, 16, 24]) {
      const [low, high] = [
        { lowPassA: lengthA(cycles), profile },
        { highPassA: lengthA(cycles), profile },
      ];
      expect(await passed(cycles, low)).toBeCloseTo(0.5, 5);
      expect(await passed(cycles - 1, low)).toBeGreaterThan(0.5);
      expect(await passed(cycles + 1, low)).toBeLessThan(0.5);
      expect(await passed(cycles, high)).toBeCloseTo(0.5, 5);
      expect(await passed(cycles - 1, high)).toBeLessThan(0.5);
      expect(await passed(cycles + 1, high)).toBeGreaterThan(0.5);
    }
  });

  test("both limits make a band", async () => {
    const band = { highPassA: lengthA(6), lowPassA: lengthA(26), profile };
    expect(await passed(12, band)).toBeGreaterThan(0.8);
    expect(await passed(2, band)).toBeLessThan(0.1);
    expect(await passed(32, band)).toBeLessThan(0.35);
  });
});

describe("A17: the pass band of the raised cosine", () => {
  test("has no ripple: waves within it come out as they went in", async () => {
    const options = { lowPassA: lengthA(20), highPassA: lengthA(6) };
    for (let cycles = 9; cycles <= 17; cycles++) {
      // single precision of a wave of height 1
      expect(
        largestDifference((await filterImage(wave(cycles), options)).data, wave(cycles).data),
      ).toBeLessThan(1e-6);
    }
  });

  test("of an image that is not square has the same limit in Å along both sides", async () => {
    const data = singleNoise(60 * 90);
    const picture = image(data, { shape: [60, 90], pixelSizeA });
    const { data: spectrum } = await rfft((await filterImage(picture, { lowPassA: 9 })).data, [60, 90]);
    const before = (await rfft(data, [60, 90])).data;
    const gainAt = (y: number, x: number): number => {
      const at = 2 * (y * 46 + x);
      return Math.hypot(spectrum[at]!, spectrum[at + 1]!) / Math.hypot(before[at]!, before[at + 1]!);
    };
    // 9 Å is a sixth of a cycle per pixel: 10 cycles in 60 rows, 15 in 90 columns
    expect(gainAt(10, 0)).toBeCloseTo(Math.SQRT1_2, 4);
    expect(gainAt(0, 15)).toBeCloseTo(Math.SQRT1_2, 4);
  });
});

test("a map is filtered along all its axes", async () => {
  const m = 16;
  for (const axis of [1, m, m * m]) {
    const data = Float32Array.from({ length: m ** 3 }, (_, i) =>
      Math.cos((2 * Math.PI * 4 * (Math.floor(i / axis) % m)) / m),
    );
    const map = volume(data, { shape: [m, m, m], voxelSizeA: 2 });
    const left = statistics((await filterVolume(map, { lowPassA: 8 })).data).sd / statistics(data).sd;
    expect(left).toBeCloseTo(Math.SQRT1_2, 5);
  }
});

test("limits that make no sense are refused", async () => {
  const picture = wave(3);
  await expect(filterImage(picture, {})).rejects.toThrow("no limit, wanted lowPassA, highPassA or both");
  await expect(filterImage(picture, { lowPassA: 2 })).rejects.toThrow("Nyquist limit, 3 Å");
  await expect(filterImage(picture, { lowPassA: 20, highPassA: 10 })).rejects.toThrow(
    "highPassA above lowPassA",
  );
  await expect(filterImage(picture, { lowPassA: 20, order: 0 })).rejects.toThrow("order");
  const profile = "sharp" as "gaussian";
  await expect(filterImage(picture, { lowPassA: 20, profile })).rejects.toThrow("one of raised-cosine");
});
