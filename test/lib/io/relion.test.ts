import { describe, expect, test } from "vitest";
import {
  ctfOf,
  encodeStar,
  opticsGroup,
  particles,
  poseOf,
  readParticles,
  rotationFromEuler,
  table,
} from "vitrine";
import type { Particles } from "vitrine";
import { particlesToStar } from "../../../lib/src/io/relion/index.js";

const read = (text: string): Promise<Particles> => readParticles(new TextEncoder().encode(text));
const written = (all: Particles): string => [...encodeStar(particlesToStar(all))].join("");
const loop = (block: string, labels: string, ...rows: string[]): string =>
  `data_${block}\nloop_\n${labels
    .split(" ")
    .map((label) => `_rln${label}\n`)
    .join("")}${rows.join("\n")}\n`;

const since31 =
  loop(
    "optics",
    "OpticsGroup OpticsGroupName Voltage SphericalAberration AmplitudeContrast ImagePixelSize MicrographOriginalPixelSize MtfFileName",
    "1 one 300 2.7 0.1 1.5 0.75 mtf.star",
    "3 two 200 1.4 0.07 2 1 mtf.star",
  ) +
  loop(
    "particles",
    "ImageName MicrographName OpticsGroup CoordinateX CoordinateY AngleRot AngleTilt AnglePsi OriginXAngst OriginYAngst DefocusU DefocusV DefocusAngle PhaseShift ClassNumber RandomSubset NormCorrection",
    "000002@a.mrcs m1.mrc 1 10 20 30 40 50 3 -1.5 12000 11000 15 0 2 1 0.9",
    "000001@b.mrcs m2.mrc 3 11 21 31 41 51 4 2 9000 9500 20 90 1 2 1.1",
  );

describe("particles of RELION", () => {
  test("since 3.1: optics groups by their number, origins in Å, the rest under its own names", async () => {
    const all = await read(since31);
    expect(all.count).toBe(2);
    expect(
      all.optics.map(({ name, voltageKV, pixelSizeA, micrographPixelSizeA }) => [
        name,
        voltageKV,
        pixelSizeA,
        micrographPixelSizeA,
      ]),
    ).toEqual([
      ["one", 300, 1.5, 0.75],
      ["two", 200, 2, 1],
    ]);
    expect(all.optics[0]!.other).toEqual({ rlnMtfFileName: "mtf.star" });
    expect(Array.from(all.group)).toEqual([0, 1]);
    expect(all.images).toEqual({
      files: ["a.mrcs", "b.mrcs"],
      file: Int32Array.of(0, 1),
      index: Int32Array.of(1, 0),
    });
    expect(all.micrographs!.files).toEqual(["m1.mrc", "m2.mrc"]);
    expect(all.other).toEqual(table("particles", { rlnNormCorrection: Float64Array.of(0.9, 1.1) }));
    expect(poseOf(all, 0)).toEqual({
      rotation: rotationFromEuler({ rotDeg: 30, tiltDeg: 40, psiDeg: 50 }),
      shiftPx: { x: 2, y: -1 },
    });
    expect(ctfOf(all, 1)).toMatchObject({
      defocusUA: 9500,
      defocusVA: 9000,
      defocusAngleDeg: -70,
      phaseShiftDeg: 90,
      voltageKV: 200,
      csMm: 1.4,
    });
    expect(all.halfSet).toEqual(Int32Array.of(1, 2));
  });

  test("before 3.1: a group for each different optics, pixel size from the magnification, origins in pixels", async () => {
    const all = await read(
      loop(
        "",
        "ImageName Voltage SphericalAberration AmplitudeContrast Magnification DetectorPixelSize OriginX OriginY AnglePsi",
        "1@a.mrcs 300 2.7 0.1 50000 7 1 -2 10",
        "2@a.mrcs 300 2.7 0.1 50000 7 2 3 20",
        "3@a.mrcs 200 2.7 0.1 50000 7 0 0 30",
      ),
    );
    expect(all.optics.map(({ voltageKV, pixelSizeA }) => [voltageKV, pixelSizeA])).toEqual([
      [300, 1.4],
      [200, 1.4],
    ]);
    expect(Array.from(all.group)).toEqual([0, 0, 1]);
    expect(all.shiftA!.x).toEqual(Float64Array.of(1.4, 2.8, 0));
    expect(poseOf(all, 1).shiftPx).toEqual({ x: 2, y: expect.closeTo(3, 12) as number });
    expect(all.angles!.tiltDeg).toEqual(new Float64Array(3));
  });

  test("are the same when they were written and read again, numbers to the last bit", async () => {
    const all = await read(since31);
    const again = await read(written(all));
    expect({ ...again, source: undefined }).toEqual({ ...all, source: undefined });
    expect(written(again)).toBe(written(all));
  });

  test("keep what other programs tell to themselves", async () => {
    const optics = [
      opticsGroup({ name: "o", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1 }),
    ];
    const all = particles(optics, {
      group: new Int32Array(1),
      other: table("x", { "alignments3D/error": Float64Array.of(1) }),
    });
    expect(written(all)).not.toContain("alignments3D");
    expect((await read(written(all))).count).toBe(1);
  });

  test.each([
    ["data_other\nloop_\n_a\n1\n", "blocks data_other, wanted a table of particles"],
    [loop("particles", "ImageName", "1@a.mrcs"), "no column rlnVoltage"],
    [since31.replace("m2.mrc 3", "m2.mrc 2"), "row 2: rlnOpticsGroup: got 2, wanted one of 1, 3"],
    [since31.replace("Voltage", "Voltages"), "data_optics: got no column rlnVoltage"],
    [since31.replace("300 2.7", "-300 2.7"), "optics group one: voltageKV: got -300"],
    [since31.replace("000002@", "0@"), "images: index: got -1"],
  ])("of a file that lacks something are refused by its name (%#)", async (text, told) => {
    await expect(read(text)).rejects.toThrow(told);
  });
});
