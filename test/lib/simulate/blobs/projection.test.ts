import { expect, test } from "vitest";
import { blobProjection, blobVolume, rotationFromEuler, simulateBlobs } from "vitrine";

/** Single precision of the stored values, relative to the largest. */
const float32 = 1e-6;

test("the projection is the sum of the turned map over z", () => {
  const phantom = simulateBlobs({ seed: 2, boxSizePx: 49 });
  const rotation = rotationFromEuler({ rotDeg: 10, tiltDeg: 70, psiDeg: -35 });
  const map = blobVolume(phantom, { rotation });
  const picture = blobProjection(phantom, { rotation });
  const peak = Math.max(...picture.data);
  expect(picture.shape).toEqual([49, 49]);
  expect(picture.pixelSizeA).toBe(phantom.voxelSizeA);
  for (let i = 0; i < 49 * 49; i++) {
    let sum = 0;
    for (let z = 0; z < 49; z++) sum += map.data[z * 49 * 49 + i]!;
    expect(Math.abs(sum - picture.data[i]!)).toBeLessThan(float32 * peak);
  }
});

test("opposite directions of projection see mirrored pictures", () => {
  const phantom = simulateBlobs({ seed: 2, boxSizePx: 33 });
  const front = blobProjection(phantom, {
    rotation: rotationFromEuler({ rotDeg: 25, tiltDeg: 50, psiDeg: 0 }),
  });
  // tilt + 180 turns the picture's x about: (x, y) -> (-x, y)
  const back = blobProjection(phantom, {
    rotation: rotationFromEuler({ rotDeg: 25, tiltDeg: 230, psiDeg: 0 }),
  });
  const peak = Math.max(...front.data);
  for (let y = 0; y < 33; y++) {
    for (let x = 0; x < 33; x++) {
      expect(Math.abs(front.data[y * 33 + x]! - back.data[y * 33 + 32 - x]!)).toBeLessThan(float32 * peak);
    }
  }
});
