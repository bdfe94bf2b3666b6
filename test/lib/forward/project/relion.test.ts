import { describe, expect, test } from "vitest";
import { blobVolume, rotationFromEuler } from "vitrine";
import { jsBackend } from "vitrine/compute";
import { prepareProjector, projectFrom, releaseProjector } from "vitrine/forward";
import { ctf } from "vitrine/model";
import golden from "../../../golden/forward/relion-project.json" with { type: "json" };
import { relativeError } from "../../fourier/arrays.js";

type Row = readonly [
  rotDeg: number,
  tiltDeg: number,
  psiDeg: number,
  xA: number,
  yA: number,
  defocusUA: number,
  defocusVA: number,
  defocusAngleDeg: number,
  phaseShiftDeg: number,
];
const { boxSizePx, pixelSizeA } = golden;
const rows = golden.rows as unknown as readonly Row[];
const map = blobVolume({
  kind: "blob-phantom",
  boxSizePx,
  voxelSizeA: pixelSizeA,
  seed: 0,
  count: golden.blobs.length,
  centresPx: Float64Array.from(golden.blobs.flatMap((blob) => blob.slice(0, 3))),
  sigmasPx: Float64Array.from(golden.blobs, (blob) => blob[3]!),
  weights: Float64Array.from(golden.blobs, (blob) => blob[4]!),
});
const poses = rows.map(([rotDeg, tiltDeg, psiDeg, xA, yA]) => ({
  rotation: rotationFromEuler({ rotDeg, tiltDeg, psiDeg }),
  shiftPx: { x: xA / pixelSizeA, y: yA / pixelSizeA },
}));
const lenses = rows.map(([, , , , , defocusUA, defocusVA, defocusAngleDeg, phaseShiftDeg]) =>
  ctf({ ...golden.lens, defocusUA, defocusVA, defocusAngleDeg, phaseShiftDeg }),
);

/** Both read the same samples by straight lines; 0.00010 to 0.00013 measured. */
const twoPrograms = 0.0005;

// @figure A21 three projections by relion_project, shifted, through astigmatic lenses with and without a phase plate: relative error 0.00013
describe("A21: projections of blobs by relion_project", () => {
  test.each([
    ["clear", {}],
    ["throughLens", { ctf: lenses, particles: "bright" }],
  ] as const)("%s", async (which, lens) => {
    const projector = await prepareProjector(map, { backend: jsBackend() });
    const { data } = await projectFrom(projector, { poses, ...lens });
    releaseProjector(projector);
    const pixels = boxSizePx ** 2;
    golden[which].forEach((theirs, i) => {
      const ours = data.subarray(i * pixels, (i + 1) * pixels);
      expect(relativeError(ours, theirs)).toBeLessThan(twoPrograms);
    });
  });
});
