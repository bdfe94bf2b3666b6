import { describe, expect, test } from "vitest";
import {
  backprojectImage,
  blobProjection,
  blobVolume,
  fourierRingCorrelation,
  image,
  prepareProjector,
  projectFrom,
  projectVolume,
  randomRotation,
  rotationFromEuler,
  seeded,
  simulateBlobs,
  volume,
} from "vitrine";
import { largestDifference, relativeError, singleNoise } from "../fourier/arrays.js";

const views = [
  [0, 0, 0],
  [30, 60, 0],
  [-77, 133, 215],
  [0, 90, 0],
] as const;
const viewOf = ([rotDeg, tiltDeg, psiDeg]: readonly [number, number, number]) =>
  rotationFromEuler({ rotDeg, tiltDeg, psiDeg });

// @figure A21 closed form below 1e-10; gridded slice 0.9995 to 0.9 Nyquist
describe("A21: projection by the central slice theorem", () => {
  test.each(views)(
    "the phantom seen from (%i, %i, %i): FRC with the truth above 0.999 to 0.9 Nyquist",
    async (...euler) => {
      const phantom = simulateBlobs({ seed: 11 });
      const rotation = viewOf(euler);
      const seen = await projectVolume(blobVolume(phantom), { rotation });
      const truth = blobProjection(phantom, { rotation });
      const { correlation } = await fourierRingCorrelation({ a: seen, b: truth });
      const to09Nyquist = Math.floor(0.9 * 24);
      correlation.slice(1, to09Nyquist + 1).forEach((value) => expect(value).toBeGreaterThan(0.999));
      // as strong as the truth, too, not only alike: 0.014 measured, 0.026 without the correction for reading by straight
      // lines; along an axis, where samples are met exactly, the correction is what errs: 0.029
      const oblique = euler.some((deg) => deg % 90 !== 0);
      expect(relativeError(seen.data, truth.data)).toBeLessThan(oblique ? 0.02 : 0.035);
    },
  );

  test.each([12, 13])(
    "a single voxel off the origin lands where its rotation takes it, box %i",
    async (n) => {
      const at = Math.floor(n / 2);
      const data = new Float32Array(n ** 3);
      data[((at + 1) * n + at - 2) * n + at + 3] = 1; // x = 3, y = -2, z = 1
      const map = volume(data, { shape: [n, n, n], voxelSizeA: 1 });
      const tilted = await projectVolume(map, { rotation: viewOf([0, 90, 0]) });
      // tilt 90: the image's x is -z, its y is y
      const brightest = tilted.data.indexOf(Math.max(...tilted.data));
      expect([Math.floor(brightest / n) - at, (brightest % n) - at]).toEqual([-2, -1]);
    },
  );

  test("a projector made ready once gives what each projection gives", async () => {
    const map = blobVolume(simulateBlobs({ seed: 3, boxSizePx: 24 }));
    const ready = await prepareProjector(map);
    for (const euler of views.slice(0, 2)) {
      const rotation = viewOf(euler);
      const alone = await projectVolume(map, { rotation });
      expect((await projectFrom(ready, { rotation })).data).toEqual(alone.data);
    }
  });

  test("boxes and paddings that can't be projected are refused", async () => {
    const flat = volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: 1 });
    await expect(prepareProjector(flat)).rejects.toThrow("three equal sides");
    const cube = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1 });
    await expect(prepareProjector(cube, { padding: 0.5 })).rejects.toThrow("padding");
    const crystal = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: [1, 1, 2] });
    await expect(prepareProjector(crystal)).rejects.toThrow("voxel sizes");
    const oblong = image(new Float32Array(6), { shape: [2, 3], pixelSizeA: 1 });
    await expect(backprojectImage(oblong, { rotation: viewOf([0, 0, 0]) })).rejects.toThrow("square image");
  });
});

describe("A21: back-projection is the adjoint", () => {
  const dot = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);

  test.each([
    [12, 2],
    [13, 2],
    [12, 1],
    [13, 1],
    [9, 1.5],
  ])("<A x, y> = <x, A* y>, box %i, padding %f", async (n, padding) => {
    const x = volume(singleNoise(n ** 3, 1), { shape: [n, n, n], voxelSizeA: 2 });
    const y = image(singleNoise(n * n, 2), { shape: [n, n], pixelSizeA: 2 });
    for (let i = 0; i < 3; i++) {
      const options = { rotation: i === 0 ? viewOf([0, 0, 0]) : randomRotation(seeded(6).item(i)), padding };
      const forward = await projectVolume(x, options);
      const backward = await backprojectImage(y, options);
      const scale = Math.sqrt(dot(forward.data, forward.data) * dot(y.data, y.data));
      // storage in single precision; 1e-8 measured
      expect(Math.abs(dot(forward.data, y.data) - dot(x.data, backward.data)) / scale).toBeLessThan(1e-6);
    }
  });

  test("an image back-projected along z is nearly the same in every section of the box", async () => {
    const n = 24;
    const picture = blobProjection(simulateBlobs({ seed: 3, boxSizePx: n }));
    const { data } = await backprojectImage(picture, { rotation: viewOf([0, 0, 0]) });
    const section = (z: number): Float32Array => data.subarray(z * n * n, (z + 1) * n * n);
    // reading by straight lines and its correction cancel only on average
    expect(largestDifference(section(12), section(11))).toBeLessThan(0.02 * Math.max(...section(12)));
  });
});
