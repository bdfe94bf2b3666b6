import { describe, expect, test } from "vitest";
import { seeded } from "vitrine";
import { resample } from "../../../../widgets/src/host/stills/resample.js";

const random = seeded(11);
const noise = (rows: number, columns: number) => ({
  data: Float32Array.from({ length: rows * columns }, () => random.normal()),
  shape: [rows, columns] as const,
});
/** float32 numbers near 1, averaged in float64 and stored again. */
const rounding = 1e-6;

describe("resample", () => {
  test("the same size is the same picture", async () => {
    const plane = noise(7, 12);
    expect((await resample(plane, 7, 12)).data).toEqual(plane.data);
  });

  test("a whole factor repeats pixels", async () => {
    const { data } = await resample({ data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] }, 4, 6);
    expect([...data]).toEqual([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 4, 4, 5, 5, 6, 6]);
  });

  test.each([
    [13, 17, 5, 4],
    [13, 17, 29, 31],
    [97, 100, 10, 9],
    [1, 5, 3, 2],
  ])("the mean stays: %i x %i to %i x %i", async (rows, columns, newRows, newColumns) => {
    const plane = noise(rows, columns);
    const { data } = await resample(plane, newRows, newColumns);
    const mean = (values: Float32Array): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean(data) - mean(plane.data))).toBeLessThan(rounding);
  });

  test("what is not finite is left out, and alone it is NaN", async () => {
    const plane = {
      data: Float32Array.of(1, Number.NaN, 3, Number.POSITIVE_INFINITY),
      shape: [1, 4] as const,
    };
    expect([...(await resample(plane, 1, 2)).data]).toEqual([1, 3]);
    expect([...(await resample(plane, 1, 4)).data]).toEqual([1, Number.NaN, 3, Number.NaN]);
  });
});
