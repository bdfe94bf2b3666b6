import { describe, expect, test } from "vitest";
import {
  blobProjection,
  blobVolume,
  fourierRingCorrelation,
  identityRotation,
  image,
  randomRotation,
  rotationFromEuler,
  seeded,
  simulateBlobs,
  volume,
} from "vitrine";
import { backprojectRealSpace, projectRealSpace } from "vitrine/forward";
import { startTask } from "../../../../lib/src/core/index.js";
import { raySums, spreadAlongRays } from "../../../../lib/src/forward/project/rays.js";
import { noise, relativeError, singleNoise } from "../../fourier/arrays.js";
import { adjointError } from "./adjoint.js";

/** The bar of the row. */
const doublePrecision = 1e-12;

// @figure H1 ray sums and their adjoint agree to 4e-16 in double precision, boxes 1 to 17; slices and insertion to 1.5e-7 in single precision
describe("H1: projection in real space and its adjoint", () => {
  test.each([1, 2, 5, 12, 17])("<A x, y> = <x, A* y> in double precision, box %i", async (n) => {
    const [x, y] = [noise(n ** 3, 1), noise(n * n, 2)];
    for (let i = 0; i < 4; i++) {
      const rotation = i === 0 ? identityRotation : randomRotation(seeded(5).item(i));
      const forward = await raySums(x, n, rotation, startTask());
      const backward = await spreadAlongRays(y, n, rotation, startTask());
      expect(adjointError([x, forward], [y, backward])).toBeLessThan(doublePrecision);
    }
  });

  test("nothing is written to what is given", async () => {
    const map = volume(singleNoise(6 ** 3), { shape: [6, 6, 6], voxelSizeA: 1.5 });
    const before = map.data.slice();
    const seen = await projectRealSpace(map, { rotation: identityRotation });
    expect(map.data).toEqual(before);
    expect([seen.shape, seen.pixelSizeA]).toEqual([[6, 6], 1.5]);
  });

  test.each([6, 7])(
    "straight through, the sections are summed; a quarter turn is exact, box %i",
    async (n) => {
      const data = singleNoise(n ** 3);
      const map = volume(data, { shape: [n, n, n], voxelSizeA: 1 });
      const at = (x: number, y: number, z: number): number =>
        x < 0 || x >= n ? 0 : data[(z * n + y) * n + x]!;
      const straight = await projectRealSpace(map, { rotation: identityRotation });
      // tilt 90: the image's x is -z, its y is y, and the beam is x
      const turned = await projectRealSpace(map, {
        rotation: rotationFromEuler({ rotDeg: 0, tiltDeg: 90, psiDeg: 0 }),
      });
      const origin = Math.floor(n / 2);
      for (let y = 0; y < n; y++) {
        for (let x = 0; x < n; x++) {
          const sum = (value: (i: number) => number): number =>
            Array.from({ length: n }, (_, i) => value(i)).reduce((total, one) => total + one, 0);
          expect(straight.data[y * n + x]).toBeCloseTo(
            sum((z) => at(x, y, z)),
            5,
          );
          const z = origin - (x - origin);
          const expected = z < n ? sum((i) => at(i, y, z)) : 0;
          expect(turned.data[y * n + x]).toBeCloseTo(expected, 5);
        }
      }
    },
  );

  test("a phantom seen from aside: like the truth, a little blurred", async () => {
    const phantom = simulateBlobs({ seed: 11 });
    const rotation = rotationFromEuler({ rotDeg: 30, tiltDeg: 60, psiDeg: 10 });
    const seen = await projectRealSpace(blobVolume(phantom), { rotation });
    const truth = blobProjection(phantom, { rotation });
    const { correlation } = await fourierRingCorrelation({ a: seen, b: truth });
    correlation.slice(1, 13).forEach((value) => expect(value).toBeGreaterThan(0.999)); // to half of Nyquist
    expect(relativeError(seen.data, truth.data)).toBeLessThan(0.08);
  });

  test("the nouns are a pair too, in single precision; what does not fit is refused", async () => {
    const rotation = randomRotation(seeded(3));
    const x = volume(singleNoise(9 ** 3, 1), { shape: [9, 9, 9], voxelSizeA: 2 });
    const y = image(singleNoise(81, 2), { shape: [9, 9], pixelSizeA: 2 });
    const forward = await projectRealSpace(x, { rotation });
    const backward = await backprojectRealSpace(y, { rotation });
    expect(adjointError([x.data, forward.data], [y.data, backward.data])).toBeLessThan(1e-6);
    const flat = volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: 1 });
    await expect(projectRealSpace(flat, { rotation })).rejects.toThrow("three equal sides");
    const oblong = image(new Float32Array(6), { shape: [2, 3], pixelSizeA: 1 });
    await expect(backprojectRealSpace(oblong, { rotation })).rejects.toThrow("square image");
  });

  test("can be stopped, and tells how far it is", async () => {
    const map = volume(new Float32Array(27), { shape: [3, 3, 3], voxelSizeA: 1 });
    const told: number[] = [];
    await projectRealSpace(map, {
      rotation: identityRotation,
      onProgress: ({ done }) => told.push(done),
    });
    expect(told).toEqual([1, 2, 3]);
    const signal = AbortSignal.abort();
    await expect(projectRealSpace(map, { rotation: identityRotation, signal })).rejects.toThrow("abort");
  });
});
