import { describe, expect, test } from "vitest";
import { amplitudes, halfSpectrum, irfft, joinAmplitudesAndPhases, phasesDeg, rfft } from "vitrine/fourier";
import { largestDifference, noise } from "./arrays.js";

describe("A16: amplitudes and phases", () => {
  test("of known coefficients", () => {
    const spectrum = halfSpectrum(Float64Array.of(3, 4, 0, -2, -1, 0), [5]);
    expect(Array.from(amplitudes(spectrum))).toEqual([5, 2, 1]);
    const phases = phasesDeg(spectrum);
    expect(phases[0]).toBeCloseTo(53.13010235415598, 12);
    expect(Array.from(phases.slice(1))).toEqual([-90, 180]);
  });

  test("amplitudes of one and phases of the other", async () => {
    const [one, other] = [await rfft(noise(90, 1), [9, 10]), await rfft(noise(90, 2), [9, 10])];
    const joined = joinAmplitudesAndPhases(one, other);
    expect(largestDifference(amplitudes(joined), amplitudes(one))).toBeLessThan(1e-12);
    expect(largestDifference(phasesDeg(joined), phasesDeg(other))).toBeLessThan(1e-10);
  });

  test("swapping twice gives the data back", async () => {
    const data = noise(90, 1);
    const [one, other] = [await rfft(data, [9, 10]), await rfft(noise(90, 2), [9, 10])];
    const [a, b] = [joinAmplitudesAndPhases(one, other), joinAmplitudesAndPhases(other, one)];
    expect(largestDifference(await irfft(joinAmplitudesAndPhases(a, b)), data)).toBeLessThan(1e-12);
  });

  test("a coefficient of 0 has phase 0; shapes must agree", () => {
    const nothing = halfSpectrum(new Float64Array(2), [1]);
    const five = halfSpectrum(Float64Array.of(3, 4), [1]);
    expect(Array.from(joinAmplitudesAndPhases(five, nothing).data)).toEqual([5, 0]);
    expect(() => joinAmplitudesAndPhases(five, halfSpectrum(new Float64Array(4), [2]))).toThrow("[2]");
  });
});
