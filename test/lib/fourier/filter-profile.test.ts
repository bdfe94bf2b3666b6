import { describe, expect, test } from "vitest";
import { highPassGain, lowPassGain } from "vitrine/fourier";
import type { FilterProfile, ProfileShape } from "vitrine/fourier";
import { fall } from "../../../lib/src/fourier/filter-profile.js";

const profiles: readonly FilterProfile[] = ["raised-cosine", "gaussian", "butterworth"];
const shapeOf = (profile: FilterProfile): ProfileShape => ({ profile, edge: 4 / 64, order: 4 });

// @figure A17 half the power at the asked frequency to 1e-12 for each profile; raised cosine exactly 1 in its pass band
describe.each(profiles)("A17: %s", (profile) => {
  test("half the power passes at the asked frequency", () => {
    for (const cutoff of [0.1, 0.25, 0.4]) {
      expect(lowPassGain(cutoff, shapeOf(profile))(cutoff) ** 2).toBeCloseTo(0.5, 12);
      expect(highPassGain(cutoff, shapeOf(profile))(cutoff) ** 2).toBeCloseTo(0.5, 12);
    }
  });

  test("a low-pass keeps the mean and a high-pass takes it out, however close the limit is to it", () => {
    for (const cutoff of [0.001, 0.01, 0.2]) {
      expect(lowPassGain(cutoff, shapeOf(profile))(0)).toBe(1);
      expect(highPassGain(cutoff, shapeOf(profile))(0)).toBe(0);
      expect(lowPassGain(cutoff, shapeOf(profile))(cutoff) ** 2).toBeCloseTo(0.5, 12);
      expect(highPassGain(cutoff, shapeOf(profile))(cutoff) ** 2).toBeCloseTo(0.5, 12);
    }
  });

  test("it never turns back", () => {
    const frequencies = Array.from({ length: 200 }, (_, i) => i / 280);
    const low = frequencies.map(lowPassGain(0.2, shapeOf(profile)));
    const high = frequencies.map(highPassGain(0.2, shapeOf(profile)));
    low.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual(low[i]!));
    high.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(high[i]!));
  });
});

test("A17: the raised cosine is 1 in its pass band and 0 in its stop band, exactly", () => {
  const gain = lowPassGain(0.25, shapeOf("raised-cosine"));
  expect([0, 0.1, 0.2, 0.225].map(gain)).toEqual([1, 1, 1, 1]);
  expect([0.295, 0.4, 0.7].map(gain)).toEqual([0, 0, 0]);
});

test("half a cosine falls from 1 to 0", () => {
  expect([-1, 0, 0.5, 1, 2].map(fall).map((value) => Number(value.toFixed(15)))).toEqual([1, 1, 0.5, 0, 0]);
});
