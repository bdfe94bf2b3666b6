import { expect, test } from "vitest";
import { blobVolume, rotationFromEuler, simulateBlobs } from "vitrine";

test("the same seed gives the same blobs, another seed others", () => {
  expect(simulateBlobs({ seed: 3 })).toEqual(simulateBlobs({ seed: 3 }));
  expect(simulateBlobs({ seed: 3 }).centresPx).not.toEqual(simulateBlobs({ seed: 4 }).centresPx);
});

test("a shorter list is the beginning of a longer one", () => {
  const long = simulateBlobs({ seed: 5, count: 60 });
  expect(simulateBlobs({ seed: 5, count: 7 }).centresPx).toEqual(long.centresPx.slice(0, 21));
});

test("centres lie in the ellipsoid 14 x 11 x 8 px and fill it; sigmas and weights in their ranges", () => {
  const { centresPx, sigmasPx, weights, count } = simulateBlobs({ seed: 1, count: 2000 });
  const squares = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const at = [centresPx[3 * i]! / 14, centresPx[3 * i + 1]! / 11, centresPx[3 * i + 2]! / 8];
    expect(Math.hypot(...at)).toBeLessThanOrEqual(1);
    at.forEach((value, axis) => (squares[axis]! += value * value));
    expect(sigmasPx[i]).toBeGreaterThanOrEqual(1.2);
    expect(sigmasPx[i]).toBeLessThan(1.5);
    expect(weights[i]).toBeGreaterThanOrEqual(0.5);
    expect(weights[i]).toBeLessThan(1.5);
  }
  // mean square of a coordinate over a ball is 1/5; its standard error over 2000 points is 0.004, four of them allowed
  for (const square of squares) expect(Math.abs(square / count - 0.2)).toBeLessThan(0.016);
});

test.each([1, 2, 15, 17])("a box of %i pixels gives a volume of that size", (boxSizePx) => {
  const map = blobVolume(simulateBlobs({ seed: 1, boxSizePx, voxelSizeA: 1.5 }));
  expect(map.shape).toEqual([boxSizePx, boxSizePx, boxSizePx]);
  expect(map.voxelSizeA).toBe(1.5);
});

test("one blob has its weight at its centre, wherever it is turned", () => {
  const phantom = {
    ...simulateBlobs({ seed: 1, count: 1, boxSizePx: 32 }),
    centresPx: Float64Array.of(5, 0, 0),
    weights: Float64Array.of(0.75),
  };
  const at = (map: Float32Array, x: number, y: number, z: number) =>
    map[((16 + z) * 32 + 16 + y) * 32 + 16 + x];
  expect(at(blobVolume(phantom).data, 5, 0, 0)).toBe(0.75);
  // a coordinate rotation by rot = 90 takes x to -y: the matrix is [0 1 0; -1 0 0; 0 0 1]
  const turned = blobVolume(phantom, { rotation: rotationFromEuler({ rotDeg: 90, tiltDeg: 0, psiDeg: 0 }) });
  expect(at(turned.data, 0, -5, 0)).toBe(0.75);
});

test.each([
  { boxSizePx: 0 },
  { boxSizePx: 2.5 },
  { count: 0 },
  { voxelSizeA: 0 },
  { voxelSizeA: Number.NaN },
])("refuses %o", (wrong) => expect(() => simulateBlobs({ seed: 1, ...wrong })).toThrow(/wanted a/));
