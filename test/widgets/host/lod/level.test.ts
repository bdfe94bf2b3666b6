import { describe, expect, test } from "vitest";
import { firstLevel } from "../../../../widgets/src/host/lod/level.js";

const binned = (data: Float32Array) => ({ data, shape: [1, 1, data.length] as const, factor: 1 });

describe("the first level", () => {
  test("is mean + 2 sd where something reaches it", () => {
    const data = new Float32Array(100);
    data.fill(1, 0, 10); // mean 0.1, sd 0.3
    expect(firstLevel(binned(data))).toBeCloseTo(0.7, 6);
  });

  test.each([
    ["values that are nowhere so high", Float32Array.of(-1, 3, -1, 3), 1],
    ["constant values", Float32Array.of(5, 5), 5],
    ["nothing finite", Float32Array.of(Number.NaN, Number.NaN), 0],
    ["some that are not finite", Float32Array.of(Number.NaN, 0, 4), 2],
  ])("of %s is half way between the extremes", (_name, data, wanted) => {
    expect(firstLevel(binned(data))).toBe(wanted);
  });
});
