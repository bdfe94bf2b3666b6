import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  angleBetweenDeg,
  ctfOf,
  opticsGroup,
  particles,
  poseOf,
  readParticles,
  table,
  writeParticles,
} from "vitrine";
import type { ParticleColumns, Particles } from "vitrine";
import { encodeRecords, particlesToCs, readCs } from "../../../../lib/src/io/cryosparc/index.js";
import { particleUids } from "../../../../lib/src/io/cryosparc/particle-uids.js";
import { temporaryFolder } from "../../../support/temporary.js";

const folder = temporaryFolder();
const optics = [
  opticsGroup({
    ...{ name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.25 },
    ...{ micrographPixelSizeA: 0.625, boxSizePx: 64, beamTiltMrad: [0.5, -0.25] },
  }),
  opticsGroup({
    ...{ name: "two", voltageKV: 200, csMm: 1.4, amplitudeContrast: 0.07, pixelSizeA: 2 },
    ...{ micrographPixelSizeA: 1, boxSizePx: 48, beamTiltMrad: [0, 0] },
  }),
];
const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const whole: ParticleColumns = {
  group: Int32Array.of(0, 1, 0),
  images: { files: ["J1/a.mrc", "J1/b.mrc"], file: Int32Array.of(0, 1, 0), index: Int32Array.of(4, 0, 7) },
  micrographs: { files: ["m.mrc"], file: Int32Array.of(0, 0, 0) },
  coordinatesPx: { x: numbers(50, 1024, 3000), y: numbers(25, 512, 4000) },
  angles: { rotDeg: numbers(10, -170, 0), tiltDeg: numbers(80, 0, 180), psiDeg: numbers(-60, 45, 90) },
  shiftA: { x: numbers(2.5, -4, 0), y: numbers(-1.25, 0, 8) },
  defocus: {
    defocusUA: numbers(12000, 9000, 15000),
    defocusVA: numbers(11500, 9000, 14000),
    defocusAngleDeg: numbers(30, 0, -60),
    phaseShiftDeg: numbers(90, 0, 45),
    bFactorA2: numbers(0, 10, 20),
  },
  classNumber: Int32Array.of(1, 3, 2),
  halfSet: Int32Array.of(1, 2, 1),
};
const all = particles(optics, whole);
const read = (of: Particles): Promise<Particles> =>
  readParticles(encodeRecords(particlesToCs(of, { micrographShapePx: [4096, 4096] }), of.count));

describe("particles written for cryoSPARC", () => {
  test("are the same when they are read again, in single precision", async () => {
    const again = await read(all);
    for (let row = 0; row < all.count; row++) {
      const [before, after] = [poseOf(all, row), poseOf(again, row)];
      expect(angleBetweenDeg(before.rotation, after.rotation)).toBeLessThan(1e-4);
      expect(after.shiftPx!.x).toBeCloseTo(before.shiftPx!.x, 6);
      expect(after.shiftPx!.y).toBeCloseTo(before.shiftPx!.y, 6);
      const [lens, lensAgain] = [ctfOf(all, row), ctfOf(again, row)];
      for (const key of ["defocusUA", "defocusVA", "voltageKV"] as const)
        expect(lensAgain[key]).toBe(lens[key]);
      for (const key of [
        "defocusAngleDeg",
        "phaseShiftDeg",
        "csMm",
        "amplitudeContrast",
        "bFactorA2",
      ] as const)
        expect(lensAgain[key]).toBeCloseTo(lens[key], 5);
      expect(again.coordinatesPx!.x[row]).toBeCloseTo(all.coordinatesPx!.x[row]!, 3);
      expect(again.coordinatesPx!.y[row]).toBeCloseTo(all.coordinatesPx!.y[row]!, 3);
    }
    expect(again.images).toEqual(all.images);
    expect(again.micrographs).toEqual(all.micrographs);
    expect(again.classNumber).toEqual(all.classNumber);
    expect(again.halfSet).toEqual(all.halfSet);
    expect(again.group).toEqual(all.group);
    expect(
      again.optics.map(({ boxSizePx, micrographPixelSizeA }) => [boxSizePx, micrographPixelSizeA]),
    ).toEqual([
      [64, 0.625],
      [48, 1],
    ]);
    expect(again.optics[0]!.beamTiltMrad![0]).toBeCloseTo(0.5, 6);
    expect(again.optics[0]!.beamTiltMrad![1]).toBeCloseTo(-0.25, 6);
  });

  test("stay to the last bit what a file of cryoSPARC told", async () => {
    const once = await read(all);
    const twice = await readParticles(encodeRecords(particlesToCs(once), once.count));
    const { angles, source, ...rest } = once;
    const { angles: anglesAgain, source: sourceAgain, ...restAgain } = twice;
    expect(restAgain).toEqual(rest);
    for (const [row, deg] of angles!.tiltDeg.entries()) expect(anglesAgain!.tiltDeg[row]).toBeCloseTo(deg, 5);
    expect(sourceAgain).toEqual(source);
  });

  test("that lie in the plane have an angle there, for a 2D alignment", async () => {
    const flat = {
      ...whole,
      angles: { rotDeg: numbers(0, 0, 0), tiltDeg: numbers(0, 0, 0), psiDeg: numbers(30, -90, 180) },
    };
    const rows = await readCs(
      encodeRecords(particlesToCs(particles(optics, flat), { micrographShapePx: [1, 1] }), 3),
    );
    expect(rows.columns["alignments2D/pose"]).toEqual(
      numbers(Math.PI / 6, -Math.PI / 2, Math.PI).map(Math.fround),
    );
    expect((await read(particles(optics, flat))).angles!.psiDeg[1]).toBeCloseTo(-90, 5);
  });

  test("have places counted upwards", async () => {
    const rows = await readCs(encodeRecords(particlesToCs(all, { micrographShapePx: [5000, 4000] }), 3));
    expect(rows.columns["location/center_x_frac"]![2]).toBe(0.75);
    expect(rows.columns["location/center_y_frac"]![2]).toBe(Math.fround(0.2));
  });

  test("need the sides of the micrographs", () => {
    expect(() => particlesToCs(all)).toThrow(/micrographShapePx: got none/);
  });

  test("keep what cryoSPARC told beyond, and no other program's columns", async () => {
    const other = table("x", {
      uid: ["18446744073709551615", "7", "8"],
      "alignments3D/error": numbers(0.5, 0.25, 0.125),
      "a/pair[0]": numbers(1, 2, 3),
      "a/pair[1]": numbers(4, 5, 6),
      "a/idx": numbers(1, 2, 4294967295),
      "a/mic_uid": ["1", "2", "3"],
      "ctf/type": ["imported", "", "ü"],
      rlnNormCorrection: numbers(1, 1, 1),
    });
    const again = await read(
      particles(optics, { ...whole, coordinatesPx: undefined, other } as ParticleColumns),
    );
    const { rlnNormCorrection: _left, ...kept } = other.columns;
    expect(again.other!.columns).toEqual(table("x", kept).columns);
  });

  test("without rows, or with none but optics, are read again", async () => {
    expect((await read(particles(optics, { group: new Int32Array(0) }))).count).toBe(0);
    const bare = await read(particles(optics, { group: Int32Array.of(1) }));
    expect(bare.optics).toHaveLength(1);
    expect(bare.angles).toBeUndefined();
  });

  test("refuse numbers that their fields can't hold", () => {
    expect(() => encodeRecords([{ name: "a", type: "u4", columns: [numbers(-1)] }], 1)).toThrow("a: got -1");
    expect(() => encodeRecords([{ name: "a", type: "u8", columns: [["18446744073709551616"]] }], 1)).toThrow(
      "64 bits",
    );
  });

  test("go to a file by its name or by the format that is asked for", async () => {
    const path = join(folder, "particles.cs");
    await writeParticles(path, all, { micrographShapePx: [4096, 4096] });
    expect(readdirSync(folder)).toEqual(["particles.cs"]);
    expect((await readParticles(path)).source!.format).toBe("cryosparc");
    await writeParticles(join(folder, "b.dat"), all, {
      format: "cryosparc",
      micrographShapePx: [4096, 4096],
    });
    expect((await readParticles(join(folder, "b.dat"))).count).toBe(3);
    await expect(writeParticles(path, all, { format: "eman" as "relion" })).rejects.toThrow(
      "format: got eman",
    );
  });
});

test("records of any number of fields are read as they were written", async () => {
  const words = fc.array(
    fc.string({ maxLength: 9, unit: "grapheme" }).filter((word) => !word.includes("\0")),
    { minLength: 2, maxLength: 2 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 40 }), async (columns) => {
      const fields = columns.map((column, i) => ({
        name: `field/${"n".repeat(i)}'${i}`,
        type: "S" as const,
        columns: [column],
      }));
      const rows = await readCs(encodeRecords(fields, 2));
      expect(Object.values(rows.columns)).toEqual(columns.map((column) => column));
    }),
    { numRuns: 40 },
  );
});

test("names of particles differ, and are the same each time", () => {
  const uids = particleUids(1000);
  expect(new Set(uids).size).toBe(1000);
  expect(uids).toEqual(particleUids(1000));
  expect(uids.every((uid) => BigInt(uid) < 2n ** 64n)).toBe(true);
});
