import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { memorySource, readParticles, rotationFromEuler } from "vitrine";
import { readNpyHeader } from "../../lib/src/io/npy/index.js";
import { realDataTest } from "../support/shared-data.js";

const cryodrgn = "ml-struct-bio__cryodrgn";

/** Single-precision numbers of an array of numpy's. */
async function floats(path: string): Promise<Float32Array> {
  const bytes = await readFile(path);
  const { dataOffset } = await readNpyHeader(memorySource(bytes));
  return new Float32Array(Uint8Array.from(bytes.subarray(dataOffset)).buffer);
}

/** Their matrices are of single precision, orthogonal to 1e-6: numpy's double precision is 4.41e-7 from them, as we are. */
const theirs = 4.5e-7;

realDataTest(
  "E48: 2019 particles of cryoSPARC have the rotations, shifts and CTFs that cryoDRGN reads from them",
  [
    `${cryodrgn}/tests/data/cryosparc_P12_J24_001_particles.cs.gz`,
    `${cryodrgn}/derived/pose.cs.rot.npy`,
    `${cryodrgn}/derived/ctf2.npy`,
  ],
  async (file, rotations, lens) => {
    const all = await readParticles(file!);
    expect(all.count).toBe(2019);
    const wanted = await floats(rotations!);
    let worst = 0;
    for (let i = 0; i < all.count; i++) {
      const [rotDeg, tiltDeg, psiDeg] = [
        all.angles!.rotDeg[i]!,
        all.angles!.tiltDeg[i]!,
        all.angles!.psiDeg[i]!,
      ];
      const rotation = rotationFromEuler({ rotDeg, tiltDeg, psiDeg });
      for (let j = 0; j < 9; j++) worst = Math.max(worst, Math.abs(rotation[j]! - wanted[9 * i + j]!));
    }
    expect(worst).toBeLessThan(theirs);
    const table = await floats(lens!);
    const columns = table.length / all.count;
    const { defocusUA, defocusVA, defocusAngleDeg } = all.defocus!;
    for (let i = 0; i < all.count; i++) {
      expect(Math.fround(defocusUA[i]!)).toBe(table[columns * i + 2]);
      expect(Math.fround(defocusVA[i]!)).toBe(table[columns * i + 3]);
      expect(defocusAngleDeg[i]).toBeCloseTo(table[columns * i + 4]!, 4);
    }
  },
);

realDataTest(
  "a data set without rows, whose header ends at 4096 bytes",
  ["cryoem-uoft__cryosparc-tools/tests/data/4k_dataset.cs"],
  async (file) => {
    const { readCs } = await import("../../lib/src/io/cryosparc/index.js");
    const rows = await readCs(file!);
    expect(rows.rowCount).toBe(0);
    expect(new Set(Object.keys(rows.columns).map((name) => name.replace(/\[\d+\]$/, ""))).size).toBe(106);
  },
);

realDataTest(
  "what is written of real particles is what was read, to the last bit but for the poses' single precision",
  [`${cryodrgn}/tests/data/cryosparc_P12_J24_001_particles.cs.gz`],
  async (file) => {
    const { encodeRecords, particlesToCs } = await import("../../lib/src/io/cryosparc/index.js");
    const all = await readParticles(file!);
    const again = await readParticles(encodeRecords(particlesToCs(all), all.count));
    const { angles, source: _, shiftA, defocus, ...rest } = all;
    const {
      angles: anglesAgain,
      source: _again,
      shiftA: shiftAgain,
      defocus: defocusAgain,
      ...restAgain
    } = again;
    expect(restAgain).toEqual(rest);
    expect(defocusAgain!.defocusUA).toEqual(defocus!.defocusUA);
    for (let i = 0; i < all.count; i++) {
      expect(shiftAgain!.x[i]).toBeCloseTo(shiftA!.x[i]!, 5);
      expect(defocusAgain!.defocusAngleDeg[i]).toBeCloseTo(defocus!.defocusAngleDeg[i]!, 4);
      expect(anglesAgain!.tiltDeg[i]).toBeCloseTo(angles!.tiltDeg[i]!, 4);
    }
  },
);
