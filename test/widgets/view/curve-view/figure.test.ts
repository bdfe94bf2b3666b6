import { describe, expect, test } from "vitest";
import type { CurveState } from "../../../../widgets/src/protocol/index.js";
import {
  crossingText,
  curveData,
  heightAt,
  plainText,
  secondAxis,
} from "../../../../widgets/src/view/curve-view/figure.js";
import { withAlpha } from "../../../../widgets/src/view/curve-view/layout.js";

const state = {
  xValues: Float64Array.from([0, 0.1, 0.2, 0.3]),
  yValues: Float64Array.from([1, 0.9, 0.4, 0, 0.143, 0.143, 0.143, 0.143, 5, 6]),
  series: [
    { name: "fsc", role: "data" },
    { name: "0.143", role: "threshold" },
    { name: "cut off", role: "data" },
  ],
  x: { label: "spatial frequency", unit: "1/Å" },
} as unknown as CurveState;
const data = curveData((name) => state[name]);

describe("a curve's numbers", () => {
  test("are split series by series; one that did not come whole is left out", () => {
    expect(data.series.map(({ name }) => name)).toEqual(["fsc", "0.143"]);
    expect([...data.series[0]!.values]).toEqual([1, 0.9, 0.4, 0]);
    expect(data.isFrequency).toBe(true);
  });
  test("are interpolated for the height of a label", () => {
    expect(heightAt(data, "fsc", 0.25)).toBeCloseTo(0.2, 9);
    expect(heightAt(data, "fsc", 0.3)).toBe(0);
    expect(heightAt(data, "fsc", 9)).toBe(0);
    expect(heightAt(data, "nothing", 0.1)).toBeUndefined();
  });
});

test("crossings in words", () => {
  const crossing = { series: "fsc", threshold: "half-bit", x: 0.25, resolutionA: 4 };
  expect(crossingText(crossing, data)).toBe("half-bit: 4 Å");
  expect(crossingText({ ...crossing, x: null, resolutionA: null }, data)).toBe("half-bit: not crossed");
  expect(crossingText({ ...crossing, resolutionA: null }, data)).toBe("half-bit: 0.25");
  const two = { ...data, series: [...data.series, { ...data.series[0]!, name: "other" }] };
  expect(crossingText(crossing, two)).toBe("fsc, half-bit: 4 Å");
});

test("text for the plot is never markup", () => {
  expect(plainText(`<a href="x">&b</a>`)).toBe(`&lt;a href="x"&gt;&amp;b&lt;/a&gt;`);
});

test("marks of the second axis are reciprocal to the first's positions", () => {
  const { tickvals, ticktext } = secondAxis([0, 0.4], 600, 40) as { tickvals: number[]; ticktext: string[] };
  expect(tickvals.length).toBeGreaterThan(4);
  for (const [i, value] of tickvals.entries())
    expect(Number.parseFloat(ticktext[i]!) * value).toBeCloseTo(1, 2);
});

test("colours take another opacity", () => {
  expect(withAlpha("#1668b8", 0.5)).toBe("rgba(22, 104, 184, 0.5)");
  expect(withAlpha("rgba(0, 0, 0, 0.87)", 0.5)).toBe("rgba(0, 0, 0, 0.5)");
  expect(withAlpha("rebeccapurple", 0.5)).toBe("rebeccapurple");
});
