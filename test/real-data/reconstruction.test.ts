import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { fourierShellCorrelation, readImageStack, readVolume } from "vitrine";
import type { Pose, Rotation } from "vitrine";
import { reconstruct, reconstructHalfMaps } from "../../lib/src/inverse/index.js";
import { realDataTest } from "../support/shared-data.js";

const folder = "ml-struct-bio__cryodrgn";
const files = [
  `${folder}/tests/data/toy_projections.mrcs.gz`,
  `${folder}/tests/data/toymodel_small_nocenter.mrc`,
  `${folder}/derived/toy_angles.npy`,
];

/** Correlation of half maps in shells 1 to 15, as a plain gridding reconstruction in double precision gave it. */
const halfMapCorrelation = [
  1, 1, 1, 1, 0.999, 0.999, 0.999, 0.998, 0.997, 0.998, 0.997, 0.995, 0.991, 0.977, 0.89,
];
/** And of the map of all images with the model, in shell 13. */
const modelCorrelation = 0.981;
/** Other weights and another split into halves may do so much worse. */
const slack = 0.01;

/** The matrices of a NumPy file of float32, which take the map's coordinates to the image's. */
async function posesOf(npy: string): Promise<Pose[]> {
  const bytes = await readFile(npy);
  const start = 10 + bytes.readUInt16LE(8);
  const numbers = Array.from({ length: (bytes.length - start) / 4 }, (_, i) =>
    bytes.readFloatLE(start + 4 * i),
  );
  return Array.from({ length: numbers.length / 9 }, (_, i) => ({
    rotation: numbers.slice(9 * i, 9 * i + 9) as unknown as Rotation,
  }));
}

// @figure H3 1000 public projections: half maps 0.99 or better to shell 13 of 15
describe("H3: a thousand noiseless projections of a toy model, 30 px", () => {
  realDataTest("half maps and model agree as an independent reconstruction's do", files, async (...paths) => {
    const [stackFile, modelFile, anglesFile] = paths as [string, string, string];
    const images = await readImageStack(stackFile, { pixelSizeA: 1, permissive: true });
    const model = await readVolume(modelFile, { voxelSizeA: 1 });
    const poses = await posesOf(anglesFile);
    expect(poses).toHaveLength(images.shape[0]);

    const { maps, imageCounts } = await reconstructHalfMaps({ images, poses });
    expect(imageCounts).toEqual([500, 500]);
    const halves = await fourierShellCorrelation(maps);
    halfMapCorrelation.forEach((value, i) => {
      expect(halves.correlation[i + 1]).toBeGreaterThan(value - slack);
    });

    const { map } = await reconstruct({ images, poses });
    const withModel = await fourierShellCorrelation({ a: map, b: model });
    expect(withModel.correlation[13]).toBeGreaterThan(modelCorrelation - slack);
  });
});
