import { describe, expect, test } from "vitest";
import { blobProjection, combineAmplitudePhase, image, rotationFromEuler, simulateBlobs } from "vitrine";
import { correlation } from "../../support/turn-about-z.js";
import { largestDifference, singleNoise } from "../fourier/arrays.js";

describe("A16: amplitude and phase swapped between two images", () => {
  test("the image whose phases are taken is the one that is recognised", async () => {
    const amplitude = blobProjection(simulateBlobs({ seed: 1 }));
    const phase = blobProjection(simulateBlobs({ seed: 2 }), {
      rotation: rotationFromEuler({ rotDeg: 50, tiltDeg: 80, psiDeg: 10 }),
    });
    const { data } = await combineAmplitudePhase({ amplitude, phase });
    expect(correlation(data, phase.data)).toBeGreaterThan(correlation(data, amplitude.data) + 0.2);
  });

  test("an image with itself is itself, odd sizes too", async () => {
    const picture = image(singleNoise(9 * 13), { shape: [9, 13], pixelSizeA: 1 });
    const { data } = await combineAmplitudePhase({ amplitude: picture, phase: picture });
    expect(largestDifference(data, picture.data)).toBeLessThan(3e-6);
  });

  test("images of another size or sampling are refused", async () => {
    const [a, b] = [
      image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 1 }),
      image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 2 }),
    ];
    await expect(combineAmplitudePhase({ amplitude: a, phase: b })).rejects.toThrow("1 and 2 Å");
    const c = image(new Float32Array(6), { shape: [2, 3], pixelSizeA: 1 });
    await expect(combineAmplitudePhase({ amplitude: a, phase: c })).rejects.toThrow("[2, 3]");
  });
});
