import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import {
  fourierRingCorrelation,
  image,
  readImageStack,
  readVolume,
  resolutionAt,
  rotationFromEuler,
} from "vitrine";
import { prepareProjector, projectFrom, projectRealSpace, releaseProjector } from "vitrine/forward";
import type { Pose, Volume } from "vitrine/model";
import { relativeError } from "../lib/fourier/arrays.js";
import { realDataTest } from "../support/shared-data.js";
import {
  correlationOf,
  mapOfAtoms,
  matricesOf,
  normalised,
  readText,
  registeredPoses,
  starColumns,
  transposedSpider,
} from "./projection-data.js";

const aspire = "ComputationalCryoEM__ASPIRE-Python";
const ribosome = `${aspire}/gallery/tutorials/data/clean70SRibosome_vol_65p.mrc`;

/** Projections of a map, one array each. */
async function projectionsOf(map: Volume, poses: readonly Pose[]): Promise<Float32Array[]> {
  const projector = await prepareProjector(map);
  const { data, shape } = await projectFrom(projector, { poses });
  releaseProjector(projector);
  const pixels = shape[1] * shape[2];
  return poses.map((_, i) => data.slice(i * pixels, (i + 1) * pixels));
}

// @figure A21 14 projections by relion_project, shifted ones too: correlation above 0.9999, relative error at most 0.004
describe("A21: projections of a 70S ribosome by relion_project", () => {
  for (const name of ["rln_proj_65", "rln_proj_65_centered", "rln_proj_65_shifted"]) {
    const path = `${aspire}/tests/saved_test_data/${name}`;
    realDataTest(name, [ribosome, `${path}.mrcs`, `${path}.star`], async (...files) => {
      const [mapFile, stackFile, starFile] = files as [string, string, string];
      const map = await readVolume(mapFile, { voxelSizeA: 1 });
      const stack = await readImageStack(stackFile, { pixelSizeA: 1 });
      const rows = starColumns(await readFile(starFile, "utf8"), [
        "AngleRot",
        "AngleTilt",
        "AnglePsi",
        "OriginX",
        "OriginY",
      ]);
      // in an odd box that program's origin lies one pixel further along both axes
      const poses = rows.map(([rotDeg, tiltDeg, psiDeg, x, y]) => ({
        rotation: rotationFromEuler({ rotDeg: rotDeg!, tiltDeg: tiltDeg!, psiDeg: psiDeg! }),
        shiftPx: { x: x! - 1, y: y! - 1 },
      }));
      expect(poses.length).toBe(stack.shape[0]);
      const n = 65;
      for (const [i, projection] of (await projectionsOf(map, poses)).entries()) {
        const theirs = normalised(stack.data.slice(i * n * n, (i + 1) * n * n));
        const ours = normalised(projection);
        // peers hold 0.999 and 0.04; measured here: 0.99999 and 0.0025 to 0.0037
        expect(correlationOf(ours, theirs)).toBeGreaterThan(0.9999);
        expect(relativeError(ours, theirs)).toBeLessThan(0.01);
        const picture = (data: Float32Array) => image(data, { shape: [n, n], pixelSizeA: 1 });
        const frc = await fourierRingCorrelation({ a: picture(ours), b: picture(theirs) });
        expect(resolutionAt(frc, { threshold: 0.5 }) ?? 2).toBeLessThan(2.5);
      }
    });
  }
});

const toy = "ml-struct-bio__cryodrgn";

// @figure H1 1000 projections by cryoDRGN, summed along rays of a turned lattice: correlation above 0.999999
describe("H1 and A21: a thousand projections of a toy model by cryoDRGN", () => {
  const paths = [
    `${toy}/tests/data/toymodel_small_nocenter.mrc`,
    `${toy}/tests/data/toy_projections.mrcs.gz`,
    `${toy}/derived/toy_angles.npy`,
  ];
  realDataTest("toy_projections", paths, async (mapFile, stackFile, anglesFile) => {
    const map = await readVolume(mapFile!, { voxelSizeA: 1 });
    const stack = await readImageStack(stackFile!, { pixelSizeA: 1, permissive: true });
    const poses = matricesOf(await readFile(anglesFile!)).map((rotation) => ({ rotation }));
    expect(poses).toHaveLength(1000);
    const slices = await projectionsOf(map, poses);
    for (const [i, { rotation }] of poses.entries()) {
      const theirs = stack.data.slice(i * 900, (i + 1) * 900);
      const { data } = await projectRealSpace(map, { rotation });
      expect(correlationOf(data, theirs)).toBeGreaterThan(0.999999);
      // they read a model with sharp edges by straight lines in real space, which the slice does not: 0.982 at worst
      expect(correlationOf(slices[i]!, theirs)).toBeGreaterThan(0.98);
    }
  });
});

const imp = "salilab__imp/modules/em2d/test/input";

/** Sets of projections of an atomic model by IMP, with the correlations that another program found. */
const sets = [
  {
    name: "1z5s, clean",
    model: "1z5s.pdb",
    registrations: "1z5s-projections.params",
    images: [0, 1, 2].map((i) => `1z5s-projection-${i}.spi`),
    boxSizePx: 80,
    bars: [0.979, 0.973, 0.965],
  },
  {
    // signal to noise 0.5: sqrt(0.5 / 1.5)
    name: "1e6v, noisy",
    model: "1e6v.pdb.gz",
    registrations: "1e6v-subjects-0.5.params",
    images: [0, 1, 2, 3, 4].map((i) => `1e6v-subject-${i}-set-16-1.5-apix-0.5-SNR.spi`),
    boxSizePx: 100,
    bars: [0.578, 0.58, 0.581, 0.578, 0.578],
  },
] as const;

describe("A21: projections of atomic models by IMP, at the registration that it states", () => {
  for (const { name, model, registrations, images, boxSizePx, bars } of sets) {
    const paths = [model, registrations, ...images].map((file) => `${imp}/${file}`);
    realDataTest(name, paths, async (modelFile, registrationFile, ...imageFiles) => {
      const map = mapOfAtoms(await readText(modelFile!), { boxSizePx, voxelSizeA: 1.5, sigmaA: 2 });
      const poses = registeredPoses(await readText(registrationFile!)).slice(0, images.length);
      const ours = await projectionsOf(map, poses);
      for (const [i, file] of imageFiles.entries()) {
        const correlation = correlationOf(ours[i]!, transposedSpider(await readFile(file)));
        // measured: 0.995 to 0.997 clean, 0.580 to 0.584 noisy
        expect(correlation).toBeGreaterThan(bars[i]!);
      }
    });
  }
});
