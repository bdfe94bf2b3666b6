import { expect, test } from "vitest";
import { lastFrequency, logRange } from "../../../../widgets/src/view/spectrum-view/profile.js";

test("the range holds every positive power but the origin's, with a little room", () => {
  const frequencyInvA = Float64Array.from([0, 0.1, 0.2, 0.3]);
  const [low, high] = logRange({ frequencyInvA, power: Float64Array.from([1e9, 100, 1, 0]) });
  expect(low).toBeCloseTo(-0.1, 9);
  expect(high).toBeCloseTo(2.1, 9);
  expect(lastFrequency({ frequencyInvA })).toBe(0.3);
});

test("a flat profile and an empty one still have a range", () => {
  const flat = { frequencyInvA: Float64Array.from([0, 1]), power: Float64Array.from([5, 10]) };
  expect(logRange(flat)).toEqual([0.5, 1.5]);
  expect(logRange({ frequencyInvA: new Float64Array(0), power: new Float64Array(0) })).toEqual([0, 1]);
  expect(lastFrequency({ frequencyInvA: new Float64Array(0) })).toBe(0);
});
