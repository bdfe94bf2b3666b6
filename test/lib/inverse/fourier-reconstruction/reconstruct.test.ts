import { describe, expect, test } from "vitest";
import {
  blobVolume,
  identityRotation,
  imageStack,
  randomRotation,
  rotationFromEuler,
  seeded,
  simulateBlobs,
} from "vitrine";
import { jsBackend } from "../../../../lib/src/compute/index.js";
import { reconstruct } from "../../../../lib/src/inverse/fourier-reconstruction/reconstruct.js";
import { noImages } from "../../../../lib/src/inverse/fourier-reconstruction/posed-images.js";
import type { PosedImages } from "../../../../lib/src/inverse/index.js";
import { relativeError, singleNoise } from "../../fourier/arrays.js";
import { exactViews, nearness, portion, randomViews } from "./views.js";

const backend = jsBackend();
const phantom = simulateBlobs({ seed: 11 });
const truth = blobVolume(phantom);

/** Random images in random views. */
function noiseViews(count: number, n: number, seed: number = 3): PosedImages {
  return {
    images: imageStack(singleNoise(count * n * n, seed), { shape: [count, n, n], pixelSizeA: 2 }),
    poses: randomViews(count, seed).map((rotation) => ({ rotation })),
  };
}

async function* inTurn(...portions: readonly PosedImages[]): AsyncGenerator<PosedImages> {
  yield* portions;
}

// @figure H3 200 exact projections: CC 0.9999, NRMSE 0.012, FSC 0.997 to shell 22 of 24; 60: NRMSE 0.043, FSC(18) 0.963
describe("H3: exact projections of the phantom, within the usual soft sphere", () => {
  test("200 views: CC 0.9999, NRMSE 0.016, FSC 0.983 to shell 22 of 24 or better", async () => {
    const { map, settings, imageCount } = await reconstruct(exactViews(phantom, randomViews(200)), {
      backend,
    });
    const { correlation, nrmse, fsc } = await nearness(map, truth);
    expect(correlation).toBeGreaterThan(0.9999);
    expect(nrmse).toBeLessThan(0.016);
    expect(Math.min(...fsc.slice(0, 23))).toBeGreaterThan(0.983);
    expect(imageCount).toBe(200);
    expect(settings).toMatchObject({
      densityWeights: "iterative",
      iterations: 6,
      paddedSizePx: 96,
    });
  });

  test("60 views: NRMSE 0.058, FSC(18) 0.93 or better", async () => {
    const { map } = await reconstruct(exactViews(phantom, randomViews(60)), { backend });
    const { nrmse, fsc } = await nearness(map, truth);
    expect(nrmse).toBeLessThan(0.058);
    expect(fsc[18]).toBeGreaterThan(0.93);
  });

  test("analytic weights come near, with twice the error", async () => {
    const { map, settings } = await reconstruct(exactViews(phantom, randomViews(200)), {
      backend,
      densityWeights: "analytic",
    });
    const { nrmse, fsc } = await nearness(map, truth);
    expect(nrmse).toBeLessThan(0.025); // 0.019 measured
    expect(Math.min(...fsc.slice(0, 23))).toBeGreaterThan(0.983);
    expect(settings.iterations).toBe(0);
  });
});

describe("H3: laws of a reconstruction", () => {
  test("is linear in the images", async () => {
    const [a, b] = [noiseViews(6, 12), noiseViews(6, 12, 4)];
    const mixed = a.images.data.map((value, i) => 2 * value - 3 * b.images.data[i]!);
    const of = async (data: Float32Array): Promise<Float32Array> =>
      (await reconstruct({ ...a, images: { ...a.images, data } }, { backend })).map.data;
    const [fromA, fromB, fromBoth] = [await of(a.images.data), await of(b.images.data), await of(mixed)];
    // weights don't depend on the images; rounding of single precision, 1e-7 measured
    expect(
      relativeError(
        fromBoth,
        fromA.map((value, i) => 2 * value - 3 * fromB[i]!),
      ),
    ).toBeLessThan(1e-6);
  });

  test.each([
    ["iterative", 13],
    ["analytic", 8],
  ] as const)(
    "%s: the same bytes in whatever portions the images come, box %i",
    async (densityWeights, n) => {
      const views = noiseViews(7, n);
      const symmetry = [identityRotation, rotationFromEuler({ rotDeg: 180, tiltDeg: 0, psiDeg: 0 })];
      const options = { backend, densityWeights, symmetry };
      const whole = await reconstruct(views, options);
      const parts = inTurn(portion(views, 0, 1), portion(views, 1, 5), portion(views, 5, 7));
      expect((await reconstruct(parts, options)).map.data).toEqual(whole.map.data);
    },
  );

  test.each([30, 31])("comes out on the machine's own backend as on the reference, box %i", async (n) => {
    const views = exactViews(simulateBlobs({ seed: 4, boxSizePx: n }), randomViews(40));
    const reference = await reconstruct(views, { backend });
    // rounding of single precision; 2.5e-7 measured
    expect(relativeError((await reconstruct(views)).map.data, reference.map.data)).toBeLessThan(2e-6);
  });

  test("a turn of all views turns the map: by 90 degrees about z exactly as its voxels", async () => {
    const n = 17;
    const small = simulateBlobs({ seed: 4, boxSizePx: n });
    const views = exactViews(small, randomViews(40));
    const turned = views.poses.map(({ rotation: [xx, xy, xz, yx, yy, yz, zx, zy, zz] }) => ({
      rotation: [xy, -xx, xz, yy, -yx, yz, zy, -zx, zz] as const, // the rotation after x -> y, y -> -x
    }));
    const { map } = await reconstruct(views, { backend });
    const { map: moved } = await reconstruct({ ...views, poses: turned }, { backend });
    const back = map.data.map((_, i) => {
      const [x, y, z] = [i % n, Math.floor(i / n) % n, Math.floor(i / (n * n))];
      return moved.data[(z * n + (n - 1 - x)) * n + y]!;
    });
    // the order of sums differs, and weights where little fell hang on it; 6e-5 measured
    expect(relativeError(back, map.data)).toBeLessThan(3e-4);
  });

  test("views that are missing leave finite values", async () => {
    const cone = [0, 5, 10].map((tiltDeg) => rotationFromEuler({ rotDeg: 20, tiltDeg, psiDeg: 0 }));
    for (const densityWeights of ["iterative", "analytic"] as const) {
      const { map } = await reconstruct(exactViews(phantom, cone), { backend, densityWeights });
      expect(map.data.every(Number.isFinite)).toBe(true);
      expect(Math.max(...map.data)).toBeGreaterThan(0);
    }
  });

  test.each([7, 12])("box %i: a point seen once lies on its beam", async (n) => {
    const middle = Math.floor(n / 2);
    const data = new Float32Array(n * n);
    data[middle * (n + 1)] = 1;
    const images = imageStack(data, { shape: [1, n, n], pixelSizeA: 2 });
    const { map } = await reconstruct({ images, poses: [{ rotation: identityRotation }] }, { backend });
    const section = map.data.subarray(middle * n * n, (middle + 1) * n * n);
    expect(section.indexOf(Math.max(...section))).toBe(middle * (n + 1));
  });

  test.each([1, 2, 3])("box %i holds hardly more than a constant, but that", async (n) => {
    const images = imageStack(new Float32Array(n * n).fill(1), { shape: [1, n, n], pixelSizeA: 2 });
    const { map } = await reconstruct({ images, poses: [{ rotation: identityRotation }] }, { backend });
    expect(map.data.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });

  test("the Wiener term holds back what the images don't determine", async () => {
    const views = exactViews(phantom, randomViews(20));
    const plain = await reconstruct(views, { backend });
    const energy = (data: Float32Array): number => data.reduce((sum, value) => sum + value * value, 0);
    let before = energy(plain.map.data);
    for (const ratio of [0.1, 1, 10]) {
      const noiseToSignal = new Float64Array(25).fill(ratio);
      const { map } = await reconstruct(views, { backend, noiseToSignal });
      expect(energy(map.data)).toBeLessThan(before);
      before = energy(map.data);
    }
    const none = await reconstruct(views, { backend, noiseToSignal: new Float64Array(25) });
    expect(none.map.data).toEqual(plain.map.data);
  });
});

describe("H3: what can't be reconstructed is refused", () => {
  const [n, pose] = [8, { rotation: randomRotation(seeded(1)) }];
  const stack = (count: number, nx: number, pixelSizeA: number) =>
    imageStack(new Float32Array(count * n * nx), { shape: [count, n, nx], pixelSizeA });

  test.each([
    ["oblong images", { images: stack(1, 9, 2), poses: [pose] }, "square"],
    ["too few poses", { images: stack(2, n, 2), poses: [pose] }, "one for each image"],
    [
      "a pose that is none",
      { images: stack(1, n, 2), poses: [{ rotation: identityRotation, shiftPx: { x: NaN, y: 0 } }] },
      "finite",
    ],
  ])("%s", async (_, views, sentence) => {
    await expect(reconstruct(views, { backend })).rejects.toThrow(sentence);
  });

  test("nothing, and images that don't fit together", async () => {
    await expect(reconstruct(inTurn(), { backend })).rejects.toThrow("at least one");
    expect(noImages).toThrow("at least one");
    const first = { images: stack(1, n, 2), poses: [pose] };
    const other = { images: stack(1, n, 3), poses: [pose] };
    await expect(reconstruct(inTurn(first, other), { backend })).rejects.toThrow("voxel size");
  });

  test.each([
    [{ padding: 5 }, "padding"],
    [{ iterations: 0 }, "iterations"],
    [{ densityWeights: "none" as "analytic" }, "densityWeights"],
    [{ symmetry: [] }, "symmetry"],
    [{ noiseToSignal: [1] }, "noiseToSignal"],
    [{ noiseToSignal: [1, -1, 1, 1, 1] }, "noiseToSignal"],
  ])("options %j", async (options, name) => {
    const views = { images: stack(1, n, 2), poses: [pose] };
    await expect(reconstruct(views, { backend, ...options })).rejects.toThrow(name);
  });

  test("work that was stopped", async () => {
    const views = { images: stack(1, n, 2), poses: [pose] };
    await expect(reconstruct(views, { backend, signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
