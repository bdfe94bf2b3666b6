import { describe, expect, test } from "vitest";
import { axisTop, barHeight, plotArea } from "../../../../widgets/src/view/histogram/plot.js";

describe.each(["linear", "log"] as const)("heights on the %s scale", (scale) => {
  const counts = Float64Array.from([0, 1, 10, 1000]);
  const top = axisTop(counts, scale);
  test("grow with the count, from nothing at 0, and stay inside", () => {
    const heights = [...counts].map((count) => barHeight(count, top, scale));
    expect(heights[0]).toBe(0);
    for (let i = 1; i < heights.length; i++) expect(heights[i]!).toBeGreaterThan(heights[i - 1]!);
    expect(heights.at(-1)!).toBeLessThan(1);
    expect(heights.at(-1)!).toBeGreaterThan(0.9);
  });
});

test("a single count is 10 % of the highest bar on the log scale, not a thousandth", () => {
  const top = axisTop(Float64Array.from([1000]), "log");
  expect(barHeight(1, top, "log")).toBeCloseTo(Math.log10(2) / Math.log10(3000), 9);
});

test("an empty histogram has an axis too", () => {
  expect(axisTop(new Float64Array(3), "linear")).toBeGreaterThan(0);
});

test.each([
  [600, 190],
  [30, 20],
])("the plot on %i x %i pixels has a size", (width, height) => {
  const area = plotArea(width, height);
  expect(area.width).toBeGreaterThan(0);
  expect(area.height).toBeGreaterThan(0);
});
