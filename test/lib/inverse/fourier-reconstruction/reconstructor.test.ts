import { describe, expect, test } from "vitest";
import { blobVolume, composed, identityRotation, imageStack, rotated, seeded, simulateBlobs } from "vitrine";
import type { BlobPhantom } from "vitrine";
import { jsBackend, memoryBudget, setMemoryBudget } from "../../../../lib/src/compute/index.js";
import { contrastTransfer } from "../../../../lib/src/forward/index.js";
import { ctf } from "../../../../lib/src/model/index.js";
import type { Pose } from "../../../../lib/src/model/index.js";
import { pointGroup } from "../../../../lib/src/math/index.js";
import { resolveReconstruction } from "../../../../lib/src/inverse/fourier-reconstruction/options.js";
import { reconstruct } from "../../../../lib/src/inverse/fourier-reconstruction/reconstruct.js";
import { startReconstruction } from "../../../../lib/src/inverse/fourier-reconstruction/reconstructor.js";
import { sliceBatch } from "../../../../lib/src/inverse/fourier-reconstruction/slice-batch.js";
import type { PosedImages } from "../../../../lib/src/inverse/index.js";
import { relativeError } from "../../fourier/arrays.js";
import { exactViews, nearness, portion, randomViews } from "./views.js";

const backend = jsBackend();

/** Images as a microscope would have taken them: each through its lens, and its particle off the centre by minus its shift. */
async function photographed({ images }: PosedImages, poses: readonly Pose[]): Promise<PosedImages> {
  const [count, n] = images.shape;
  const { pixelSizeA } = images;
  const lenses = poses.map((_, i) => {
    const defocusUA = 8000 + 4000 * seeded(2).item(i).uniform();
    return ctf({
      defocusUA,
      defocusVA: defocusUA - 700,
      defocusAngleDeg: 25,
      voltageKV: 300,
      csMm: 2.7,
      amplitudeContrast: 0.1,
    });
  });
  const passed = lenses.flatMap((lens) =>
    Array.from(contrastTransfer(lens, { shape: [n, n], pixelSizeA })).flatMap((value) => [value, 0]),
  );
  const pictures = backend.allocate(images.data.length, "images");
  const spectra = backend.allocate(passed.length, "spectra");
  const transfer = backend.allocate(passed.length, "transfer");
  backend.write(pictures, images.data);
  backend.write(transfer, Float32Array.from(passed));
  const shape = [n, n];
  await backend.fourier({ kind: "real-to-half", shape, batch: count, from: pictures, to: spectra, scale: 1 });
  await backend.multiply({ a: spectra, b: transfer, to: spectra, conjugate: false });
  const shifts = Float64Array.from(poses.flatMap(({ shiftPx }) => [-shiftPx!.y, -shiftPx!.x]));
  await backend.shift({ spectra, shape, batch: count, shifts });
  await backend.fourier({
    kind: "half-to-real",
    shape,
    batch: count,
    from: spectra,
    to: pictures,
    scale: 1 / n ** 2,
  });
  const data = await backend.read(pictures, new Float32Array(images.data.length));
  backend.release(pictures, spectra, transfer);
  return { images: imageStack(data, { shape: [count, n, n], pixelSizeA }), poses, ctf: lenses };
}

/** A phantom seen the same from every view of a group: each blob stands wherever the group takes it. */
function symmetrised(phantom: BlobPhantom, group: string): BlobPhantom {
  const turns = pointGroup(group).rotations;
  const { centresPx } = phantom;
  const blobs = Array.from({ length: phantom.count }, (_, i) => i);
  const centres = turns.flatMap((turn) =>
    blobs.flatMap((i) => rotated(turn, [centresPx[3 * i]!, centresPx[3 * i + 1]!, centresPx[3 * i + 2]!])),
  );
  const repeated = (of: Float64Array): Float64Array => Float64Array.from(turns.flatMap(() => Array.from(of)));
  return {
    ...phantom,
    count: phantom.count * turns.length,
    centresPx: Float64Array.from(centres),
    sigmasPx: repeated(phantom.sigmasPx),
    weights: repeated(phantom.weights),
  };
}

// @figure H3 300 images through lenses of 0.8 to 1.2 µm, shifted: CC 0.9994, NRMSE 0.039
describe("H3: images through a lens, off their centres", () => {
  const phantom = simulateBlobs({ seed: 11 });
  const truth = blobVolume(phantom);
  const rotations = randomViews(300);
  const poses = rotations.map((rotation, i) => {
    const random = seeded(9).item(i);
    return { rotation, shiftPx: { x: 4 * random.uniform() - 2, y: 4 * random.uniform() - 2 } };
  });

  test("come out as the phantom, of the right strength and in its place", async () => {
    const views = await photographed(exactViews(phantom, rotations), poses);
    const { map } = await reconstruct(views, { backend });
    const near = await nearness(map, truth);
    expect(near.correlation).toBeGreaterThan(0.998);
    expect(near.nrmse).toBeLessThan(0.06);
    const without = await reconstruct({ images: views.images, poses }, { backend });
    expect((await nearness(without.map, truth)).nrmse).toBeGreaterThan(0.5);
  });
});

describe("H3: a molecule of D2", () => {
  const phantom = symmetrised(simulateBlobs({ seed: 6, boxSizePx: 32, count: 12 }), "D2");
  const symmetry = pointGroup("D2").rotations;
  const rotations = randomViews(40);

  test("one view counts as four: exactly as if all four had been inserted", async () => {
    const views = exactViews(phantom, rotations);
    const { map } = await reconstruct(views, { backend, symmetry });
    const all = exactViews(
      phantom,
      rotations.flatMap((rotation) => symmetry.map((turn) => composed(rotation, turn))),
    );
    const plain = await reconstruct(all, { backend });
    // rounding in another order
    expect(relativeError(map.data, plain.map.data)).toBeLessThan(1e-4);
    const truth = blobVolume(phantom);
    const with40 = await nearness((await reconstruct(views, { backend })).map, truth);
    expect((await nearness(map, truth)).nrmse).toBeLessThan(0.6 * with40.nrmse);
  });

  test("the map has the symmetry", async () => {
    const { map } = await reconstruct(exactViews(phantom, rotations), { backend, symmetry });
    const n = 32;
    // half a turn about z: x and y change sign about voxel 16; the rows and columns of index 0 have no mate
    const turned = map.data.map((value, i) => {
      const [x, y, z] = [i % n, Math.floor(i / n) % n, Math.floor(i / n ** 2)];
      return x === 0 || y === 0 ? value : map.data[(z * n + n - y) * n + n - x]!;
    });
    expect(relativeError(turned, map.data)).toBeLessThan(1e-5);
  });
});

describe("a reconstruction on its way", () => {
  const phantom = simulateBlobs({ seed: 4, boxSizePx: 16 });
  const views = exactViews(phantom, randomViews(12));
  const sampling = { boxSizePx: 16, pixelSizeA: phantom.voxelSizeA };

  test("can be looked at and goes on", async () => {
    const reconstructor = await startReconstruction(sampling, { backend });
    await reconstructor.insert(portion(views, 0, 5));
    const early = await reconstructor.finish();
    await reconstructor.insert(portion(views, 5, 12));
    const late = await reconstructor.finish();
    reconstructor.release();
    expect([early.imageCount, late.imageCount]).toEqual([5, 12]);
    expect(early.map.data).toEqual((await reconstruct(portion(views, 0, 5), { backend })).map.data);
    expect(late.map.data).toEqual((await reconstruct(views, { backend })).map.data);
  });

  test("gives all its memory back, also when it fails", async () => {
    const before = memoryBudget().residentBytes;
    await reconstruct(views, { backend });
    const other = {
      images: imageStack(new Float32Array(25), { shape: [1, 5, 5], pixelSizeA: 2 }),
      poses: views.poses.slice(0, 1),
    };
    async function* broken(): AsyncGenerator<PosedImages> {
      yield views;
      yield other;
    }
    await expect(reconstruct(broken(), { backend })).rejects.toThrow("as those before");
    expect(memoryBudget().residentBytes).toBe(before);
  });

  test("is refused before it starts where the padded box doesn't fit", async () => {
    const undo = setMemoryBudget(1e6);
    try {
      await expect(startReconstruction({ boxSizePx: 64, pixelSizeA: 2 }, { backend })).rejects.toThrow(
        /padded box of 128 px.*MB.*padding/,
      );
    } finally {
      undo();
    }
  });

  test("tells how far it is and stops when it is told to", async () => {
    const stages = new Set<string>();
    await reconstruct(views, { backend, onProgress: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(["insert images", "density weights"]);
    const controller = new AbortController();
    const stopped = reconstruct(views, {
      backend,
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === "density weights") controller.abort();
      },
    });
    await expect(stopped).rejects.toThrow();
  });

  test("a batch is full once 16 MiB of images wait", () => {
    const settings = resolveReconstruction({ boxSizePx: 512, pixelSizeA: 1 }, { padding: 1, radiusPx: 2 });
    const batch = sliceBatch(backend, settings);
    const picture = new Float32Array(512 ** 2);
    for (let i = 0; i < 15; i++) batch.add(picture, { rotation: identityRotation }, undefined);
    expect(batch.full).toBe(false);
    batch.add(picture, { rotation: identityRotation }, undefined);
    expect(batch.full).toBe(true);
  });
});
