import { describe, expect, test } from "vitest";
import {
  blobVolume,
  describe as textOf,
  fourierShellCorrelation,
  resolutionAt,
  shellCorrelationCurve,
  simulateBlobs,
  simulateHalfMaps,
} from "vitrine";

describe("K1: the curve that is shown", () => {
  test("has the correlation, three thresholds, and where it falls below each", async () => {
    const halves = await simulateHalfMaps(blobVolume(simulateBlobs({ seed: 2 })), { snr: 1, seed: 3 });
    const fsc = await fourierShellCorrelation(halves);
    const shown = shellCorrelationCurve(fsc);
    expect(shown.series.map(({ name, role }) => [name, role])).toEqual([
      ["FSC", "data"],
      ["0.143", "threshold"],
      ["0.5", "threshold"],
      ["half-bit", "threshold"],
    ]);
    expect(shown.series[0]!.values).toBe(fsc.correlation);
    for (const { threshold, x, resolutionA } of shown.crossings) {
      expect(resolutionA).toBe(resolutionAt(fsc, { threshold: threshold as "0.5" }));
      expect(x).toBeCloseTo(1 / resolutionA!, 12);
    }
    expect(textOf(shown)).toMatch(/^Fourier shell correlation; FSC at 0.143: \d\.\d\d Å; /);
  });

  test("that never falls has no resolution", async () => {
    const map = blobVolume(simulateBlobs({ seed: 2, boxSizePx: 16 }));
    const shown = shellCorrelationCurve(await fourierShellCorrelation({ a: map, b: map }));
    expect(shown.crossings.map(({ x }) => x)).toEqual([undefined, undefined, undefined]);
    expect(textOf(shown)).toContain("FSC stays above 0.143");
  });
});
