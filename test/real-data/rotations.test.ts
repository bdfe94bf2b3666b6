import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import {
  angleBetweenDeg,
  angleModuloSymmetryDeg,
  cryosparcFromRotation,
  directionFromVector,
  gridRotation,
  healpixCentre,
  inAsymmetricUnit,
  pointGroup,
  projectionDirection,
  reduceRotation,
  rotationFromCryosparc,
  rotationFromEuler,
  rotationGrid,
} from "vitrine/math";
import { realDataTest } from "../support/shared-data.js";

/** The numbers of each row of a STAR file's loop that holds the labels, in the order of the labels. */
function starColumns(text: string, labels: readonly string[]): number[][] {
  const loop = text.split("loop_").find((part) => labels.every((label) => part.includes(`_${label} `)))!;
  const lines = loop.split("\n").map((line) => line.trim());
  const names = lines.filter((line) => line.startsWith("_")).map((line) => line.slice(1).split(/\s/)[0]!);
  const rows = lines.map((line) => line.split(/\s+/)).filter((words) => words.length === names.length);
  return rows
    .filter(([first]) => first !== "" && !first!.startsWith("_"))
    .map((words) => labels.map((label) => Number(words[names.indexOf(label)])));
}

/** The number behind a label that stands alone in a STAR file. */
function starValue(text: string, label: string): number {
  return Number(new RegExp(`_${label}\\s+(\\S+)`).exec(text)![1]);
}

/** Rows of float32 numbers out of an npy file of records: `count` numbers at `offset` of each. */
function npyFloats(
  bytes: Uint8Array,
  { rowBytes, offset, count }: Record<"rowBytes" | "offset" | "count", number>,
) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 10 + view.getUint16(8, true);
  const rows = (bytes.byteLength - start) / rowBytes;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: count }, (_, i) => view.getFloat32(start + row * rowBytes + offset + 4 * i, true)),
  );
}

// E50: files have six decimals
const printedDeg = 1e-6;

describe("RELION's sampling of directions", () => {
  for (const path of [
    "teamtomo__starfile/tests/data/relion_tutorial/run_it025_sampling_3D.star",
    "3dem__relion/tests/ref_it002_sampling.star",
  ]) {
    realDataTest(
      `${path.split("/").at(-1)!} lists the centres of HEALPix, nested, of order 2`,
      [path],
      async (file) => {
        const text = await readFile(file, "utf8");
        const listed = starColumns(text, ["rlnAngleRot", "rlnAngleTilt"]);
        expect(listed).toHaveLength(192);
        const grid = rotationGrid({ order: starValue(text, "rlnHealpixOrder") });
        expect(grid.psiStepDeg).toBe(starValue(text, "rlnPsiStep"));
        expect(grid.directions).toHaveLength(192);
        listed.forEach(([rot, tilt], pixel) => {
          const { rotDeg, tiltDeg } = directionFromVector(healpixCentre(pixel, { nside: 4 }));
          expect(Math.abs(rotDeg - rot!)).toBeLessThan(printedDeg);
          expect(Math.abs(tiltDeg - tilt!)).toBeLessThan(printedDeg);
          const member = gridRotation(grid, pixel * grid.psiCount);
          expect(
            angleBetweenDeg(member, rotationFromEuler({ rotDeg: rot!, tiltDeg: tilt!, psiDeg: 0 })),
          ).toBeLessThan(2 * printedDeg);
        });
      },
    );
  }
});

const drgn = "ml-struct-bio__cryodrgn";

realDataTest(
  "cryoSPARC's poses of 2019 particles are the rotations that cryoDRGN reads from them",
  [`${drgn}/tests/data/cryosparc_P12_J24_001_particles.cs.gz`, `${drgn}/derived/pose.cs.rot.npy`],
  async (...files) => {
    const [posesFile, rotationsFile] = files as [string, string];
    // a record has 246 bytes; its header puts the pose behind the first 178
    const poses = npyFloats(gunzipSync(await readFile(posesFile)), { rowBytes: 246, offset: 178, count: 3 });
    const rotations = npyFloats(await readFile(rotationsFile), { rowBytes: 36, offset: 0, count: 9 });
    expect(poses).toHaveLength(2019);
    poses.forEach((pose, i) => {
      const rotation = rotationFromCryosparc(pose as [number, number, number]);
      // single precision on their side
      rotation.forEach((element, at) => expect(Math.abs(element - rotations[i]![at]!)).toBeLessThan(1e-6));
      const back = cryosparcFromRotation(rotation);
      expect(angleBetweenDeg(rotationFromCryosparc(back), rotation)).toBeLessThan(1e-9);
    });
  },
);

realDataTest(
  "views of a D4 molecule come down to its asymmetric unit",
  ["ComputationalCryoEM__ASPIRE-Python/tests/saved_test_data/sample_relion_symmetry_group_D4.star"],
  async (file) => {
    const symmetry = pointGroup("D4");
    const labels = ["rlnAngleRot", "rlnAngleTilt", "rlnAnglePsi"];
    const angles = starColumns(await readFile(file, "utf8"), labels);
    expect(angles).toHaveLength(17);
    for (const [rotDeg, tiltDeg, psiDeg] of angles) {
      const view = rotationFromEuler({ rotDeg: rotDeg!, tiltDeg: tiltDeg!, psiDeg: psiDeg! });
      const reduced = reduceRotation(view, symmetry);
      const direction = directionFromVector(projectionDirection(reduced));
      expect(Math.abs(direction.rotDeg)).toBeLessThanOrEqual(45);
      expect(direction.tiltDeg).toBeLessThanOrEqual(90);
      expect(inAsymmetricUnit(projectionDirection(reduced), symmetry)).toBe(true);
      expect(angleModuloSymmetryDeg(view, reduced, symmetry)).toBeLessThan(1e-9);
    }
  },
);
