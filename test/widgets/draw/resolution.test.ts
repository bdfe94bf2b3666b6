import { expect, test } from "vitest";
import { formatResolution, resolutionTicks } from "../../../widgets/src/draw/index.js";

test.each([
  [0, 0.41, 0.025],
  [0.1, 0.2, 0.01],
  [0, 0.02, 0.002],
  [0.3, 1, 0.05],
])("marks in Å on [%d, %d] 1/Å keep apart, inside, and name their own place", (low, high, gap) => {
  const ticks = resolutionTicks(low, high, gap);
  expect(ticks.length).toBeGreaterThan(1);
  for (const [i, { value, label }] of ticks.entries()) {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high * (1 + 1e-9));
    if (i > 0) expect(value - ticks[i - 1]!.value).toBeGreaterThanOrEqual(gap);
    expect(Number.parseFloat(label)).toBeCloseTo(1 / value, 1);
  }
});

test("no marks where there is no positive frequency", () => {
  expect(resolutionTicks(-1, 0, 0.1)).toEqual([]);
  expect(resolutionTicks(0, 1, 0)).toEqual([]);
});

test("resolutions are written to the digits that matter", () => {
  expect(formatResolution(3.41777)).toBe("3.42 Å");
  expect(formatResolution(20)).toBe("20 Å");
  expect(formatResolution(12.34)).toBe("12.3 Å");
  expect(formatResolution(251.7)).toBe("252 Å");
});
