import { afterAll, describe, expect, test } from "vitest";
import {
  blobProjection,
  blobVolume,
  fourierRingCorrelation,
  halfSpectrum,
  identityRotation,
  image,
  imageStack,
  irfft,
  randomRotation,
  rfft,
  rotationFromEuler,
  seeded,
  simulateBlobs,
  volume,
} from "vitrine";
import { jsBackend, memoryBudget, setMemoryBudget, wasmBackend } from "vitrine/compute";
import type { Backend } from "vitrine/compute";
import {
  backproject,
  backprojectImage,
  contrastTransfer,
  prepareProjector,
  projectFrom,
  projectVolume,
  releaseProjector,
} from "vitrine/forward";
import { ctf } from "vitrine/model";
import type { Pose } from "vitrine/model";
import { chunkLength } from "../../../lib/src/forward/project/chunks.js";
import { largestDifference, relativeError, singleNoise } from "../fourier/arrays.js";
import { adjointError } from "./project/adjoint.js";

const wasm = await wasmBackend();
afterAll(() => {
  wasm.stop();
});
const backends: readonly (readonly [string, Backend])[] = [
  ["js", jsBackend()],
  ["wasm", wasm],
];

const views = [
  [0, 0, 0],
  [30, 60, 0],
  [-77, 133, 215],
  [0, 90, 0],
] as const;
const viewOf = ([rotDeg, tiltDeg, psiDeg]: readonly [number, number, number]) =>
  rotationFromEuler({ rotDeg, tiltDeg, psiDeg });
const noiseVolume = (n: number, seed: number = 1) =>
  volume(singleNoise(n ** 3, seed), { shape: [n, n, n], voxelSizeA: 2 });
const randomPoses = (count: number): Pose[] =>
  Array.from({ length: count }, (_, i) => ({
    rotation: randomRotation(seeded(6).item(i)),
    shiftPx: { x: i * 0.7 - 2, y: 1.3 - i },
  }));
const lens = ctf({
  defocusUA: 15300,
  defocusVA: 14800,
  defocusAngleDeg: 35,
  voltageKV: 300,
  csMm: 2.7,
  amplitudeContrast: 0.1,
});

// @figure A21 closed form below 1e-10; gridded slice 0.9995 to 0.9 Nyquist
describe.each(backends)("A21: projection by the central slice theorem, %s backend", (_, backend) => {
  test.each(views)(
    "the phantom seen from (%i, %i, %i): FRC with the truth above 0.999 to 0.9 Nyquist",
    async (...euler) => {
      const phantom = simulateBlobs({ seed: 11 });
      const rotation = viewOf(euler);
      const seen = await projectVolume(blobVolume(phantom), { rotation, backend });
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

  test.each([12, 13])("a single voxel off the origin lands where its pose takes it, box %i", async (n) => {
    const at = Math.floor(n / 2);
    const data = new Float32Array(n ** 3);
    data[((at + 1) * n + at - 2) * n + at + 3] = 1; // x = 3, y = -2, z = 1
    const map = volume(data, { shape: [n, n, n], voxelSizeA: 1 });
    const tilted = await projectVolume(map, {
      rotation: viewOf([0, 90, 0]),
      shiftPx: { x: 2, y: 1 },
      backend,
    });
    // tilt 90: the image's x is -z, its y is y; the shift is what would bring it back
    const brightest = tilted.data.indexOf(Math.max(...tilted.data));
    expect([Math.floor(brightest / n) - at, (brightest % n) - at]).toEqual([-2 - 1, -1 - 2]);
  });

  test.each([12, 13])("a shift by whole pixels rolls the image, box %i", async (n) => {
    const map = noiseVolume(n);
    const rotation = viewOf([20, 50, 70]);
    const still = await projectVolume(map, { rotation, backend });
    const moved = await projectVolume(map, { rotation, shiftPx: { x: 3, y: -5 }, backend });
    const rolled = still.data.map((_value, i) => {
      const [row, column] = [Math.floor(i / n), i % n];
      return still.data[((row + n - 5) % n) * n + ((column + 3) % n)]!;
    });
    // float32 phases: 2e-7 measured
    expect(relativeError(moved.data, rolled)).toBeLessThan(2e-6);
  });

  test.each([12, 13, 16])("an image does not depend on the others, box %i", async (n) => {
    const poses = randomPoses(11);
    const projector = await prepareProjector(noiseVolume(n), { backend });
    const together = await projectFrom(projector, { poses });
    expect([together.shape, together.pixelSizeA]).toEqual([[11, n, n], 2]);
    // kernels that take eight lines at a time round a line as its neighbours have it
    const rounding = backend.name === "js" || n % 8 === 0 ? 0 : 1e-6;
    for (const [i, pose] of poses.entries()) {
      const alone = await projectFrom(projector, { poses: [pose] });
      const among = together.data.slice(i * n * n, (i + 1) * n * n);
      expect(relativeError(alone.data, among)).toBeLessThanOrEqual(rounding);
      expect((await projectFrom(projector, { poses: [pose] })).data).toEqual(alone.data);
    }
    releaseProjector(projector);
  });

  test("the lens of each image multiplies its transform", async () => {
    const n = 20;
    const poses = randomPoses(3);
    const other = ctf({ defocusUA: 9000, voltageKV: 200, csMm: 2, amplitudeContrast: 0.07 });
    const projector = await prepareProjector(noiseVolume(n), { backend });
    const clear = await projectFrom(projector, { poses });
    const listed = await projectFrom(projector, { poses, ctf: [lens, other, lens], particles: "bright" });
    const single = await projectFrom(projector, { poses, ctf: other });
    const seenThrough = async (i: number, which: typeof lens, sign: number): Promise<Float32Array> => {
      const { data } = await rfft(clear.data.slice(i * n * n, (i + 1) * n * n), [n, n]);
      const transfer = contrastTransfer(which, { shape: [n, n], pixelSizeA: 2 });
      return irfft(
        halfSpectrum(
          data.map((value, at) => sign * value * transfer[at >> 1]!),
          [n, n],
        ),
      );
    };
    const cut = (data: Float32Array, i: number): Float32Array => data.slice(i * n * n, (i + 1) * n * n);
    expect(relativeError(cut(listed.data, 0), await seenThrough(0, lens, -1))).toBeLessThan(2e-6);
    expect(relativeError(cut(listed.data, 1), await seenThrough(1, other, -1))).toBeLessThan(2e-6);
    expect(relativeError(cut(single.data, 2), await seenThrough(2, other, 1))).toBeLessThan(2e-6);
    releaseProjector(projector);
  });

  test("a projector that was released is refused; releasing twice is once", async () => {
    const projector = await prepareProjector(noiseVolume(6), { backend });
    releaseProjector(projector);
    releaseProjector(projector);
    await expect(projectFrom(projector, { poses: randomPoses(1) })).rejects.toThrow("released");
  });

  test("can be stopped, and tells how far it is", async () => {
    const projector = await prepareProjector(noiseVolume(6), { backend });
    const told: (readonly [number, number | undefined])[] = [];
    const poses = randomPoses(3);
    await projectFrom(projector, { poses, onProgress: ({ done, total }) => told.push([done, total]) });
    expect(told).toEqual([[3, 3]]);
    await expect(projectFrom(projector, { poses, signal: AbortSignal.abort() })).rejects.toThrow("abort");
    releaseProjector(projector);
  });
});

describe.each(backends)("H1: back-projection is the adjoint, %s backend", (_, backend) => {
  test.each([
    [1, 2],
    [2, 1],
    [3, 2],
    [12, 2],
    [13, 2],
    [12, 1],
    [13, 1],
    [9, 1.5],
  ])("<A x, y> = <x, A* y>, box %i, padding %f", async (n, padding) => {
    const x = noiseVolume(n, 1);
    const poses = [{ rotation: identityRotation }, ...randomPoses(9)];
    const y = imageStack(singleNoise(10 * n * n, 2), { shape: [10, n, n], pixelSizeA: 2 });
    const projector = await prepareProjector(x, { padding, backend });
    for (const through of [{}, { ctf: lens }, { ctf: poses.map(() => lens) }]) {
      const forward = await projectFrom(projector, { poses, ...through });
      const backward = await backproject(y, { poses, padding, backend, ...through });
      // storage in single precision; 1e-8 to 1.5e-7 measured
      expect(adjointError([x.data, forward.data], [y.data, backward.data])).toBeLessThan(1e-6);
    }
    releaseProjector(projector);
  });

  test("more images than are worked on at a time: the same bytes as alone, and still the adjoint", async () => {
    const n = 128;
    const poses = randomPoses(27);
    expect(chunkLength(n, poses.length)).toBeLessThan(poses.length);
    const lenses = poses.map((_pose, i) => ctf({ ...lens, defocusUA: 15300 + 100 * i }));
    const [x, y] = [noiseVolume(n), { shape: [27, n, n], pixelSizeA: 2 } as const];
    const projector = await prepareProjector(x, { padding: 1, backend });
    const { data } = await projectFrom(projector, { poses, ctf: lenses });
    for (const i of [0, 23, 24, 26]) {
      const alone = await projectFrom(projector, { poses: [poses[i]!], ctf: lenses[i]! });
      expect(relativeError(data.subarray(i * n * n, (i + 1) * n * n), alone.data)).toBe(0);
    }
    releaseProjector(projector);
    const images = imageStack(singleNoise(27 * n * n, 2), y);
    const backward = await backproject(images, { poses, ctf: lenses, padding: 1, backend });
    expect(adjointError([x.data, data], [images.data, backward.data])).toBeLessThan(1e-6);
  });

  test("one image, with a smaller radius", async () => {
    const n = 12;
    const options = { ...randomPoses(1)[0]!, radiusPx: 3.2, backend };
    const x = noiseVolume(n, 1);
    const y = image(singleNoise(n * n, 2), { shape: [n, n], pixelSizeA: 2 });
    const forward = await projectVolume(x, options);
    const backward = await backprojectImage(y, options);
    expect(adjointError([x.data, forward.data], [y.data, backward.data])).toBeLessThan(1e-6);
    const { data } = await rfft(forward.data, [n, n]);
    const beyond = data.filter((_value, at) => {
      const [row, column] = [Math.floor((at >> 1) / 7), (at >> 1) % 7];
      return column ** 2 + Math.min(row, n - row) ** 2 >= 3.2 ** 2;
    });
    expect(Math.max(...beyond.map(Math.abs))).toBeLessThan(1e-4);
  });

  test("an image back-projected along z is nearly the same in every section of the box", async () => {
    const n = 24;
    const picture = blobProjection(simulateBlobs({ seed: 3, boxSizePx: n }));
    const { data } = await backprojectImage(picture, { rotation: identityRotation, backend });
    const section = (z: number): Float32Array => data.subarray(z * n * n, (z + 1) * n * n);
    // reading by straight lines and its correction cancel only on average
    expect(largestDifference(section(12), section(11))).toBeLessThan(0.02 * Math.max(...section(12)));
  });
});

describe("what can't be projected is refused", () => {
  const rotation = identityRotation;

  test("boxes, paddings, radii", async () => {
    const flat = volume(new Float32Array(24), { shape: [2, 3, 4], voxelSizeA: 1 });
    await expect(prepareProjector(flat)).rejects.toThrow("three equal sides");
    const cube = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1 });
    await expect(prepareProjector(cube, { padding: 0.5 })).rejects.toThrow("padding");
    await expect(prepareProjector(cube, { radiusPx: 2 })).rejects.toThrow("radiusPx");
    const crystal = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: [1, 1, 2] });
    await expect(prepareProjector(crystal)).rejects.toThrow("voxel sizes");
    const oblong = image(new Float32Array(6), { shape: [2, 3], pixelSizeA: 1 });
    await expect(backprojectImage(oblong, { rotation })).rejects.toThrow("square");
  });

  test("poses and lenses", async () => {
    const projector = await prepareProjector(noiseVolume(4));
    await expect(projectFrom(projector, { poses: [] })).rejects.toThrow("at least one");
    const lost = [{ rotation, shiftPx: { x: Number.NaN, y: 0 } }];
    await expect(projectFrom(projector, { poses: lost })).rejects.toThrow("pose 0");
    await expect(projectFrom(projector, { poses: [{ rotation }], ctf: [lens, lens] })).rejects.toThrow("ctf");
    const two = imageStack(new Float32Array(32), { shape: [2, 4, 4], pixelSizeA: 1 });
    await expect(backproject(two, { poses: [{ rotation }] })).rejects.toThrow("as many as poses");
    releaseProjector(projector);
  });

  test("what doesn't fit in memory, before the work begins; nothing is left behind", async () => {
    const backend = jsBackend();
    const before = memoryBudget().residentBytes;
    const undo = setMemoryBudget(before + 2.5 * 4 * 16 ** 3);
    try {
      const told: string[] = [];
      const onProgress = ({ stage }: { readonly stage: string }): void => void told.push(stage);
      await expect(prepareProjector(noiseVolume(8), { backend, onProgress })).rejects.toThrow("transform");
      expect(told).toEqual([]);
      expect(memoryBudget().residentBytes).toBe(before);
      const projector = await prepareProjector(noiseVolume(4), { backend });
      const poses = Array.from({ length: 1000 }, () => ({ rotation }));
      await expect(projectFrom(projector, { poses })).rejects.toThrow("fewer poses");
      releaseProjector(projector);
      expect(memoryBudget().residentBytes).toBe(before);
    } finally {
      undo();
    }
  });

  test("images are worked on in chunks that stay in the cache, by eights", () => {
    expect(chunkLength(128, 1000)).toBe(24);
    expect(chunkLength(1024, 1000)).toBe(8);
    expect(chunkLength(64, 3)).toBe(3);
  });
});
