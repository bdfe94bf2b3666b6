import { describe, expect, test } from "vitest";
import { poseOf, readParticles, rotationFromEuler } from "vitrine";
import { isCistemBinary, isPar, readCistemBinary, readPar } from "../../../lib/src/io/cistem/index.js";
import { memorySource } from "../../../lib/src/io/source.js";

const optics = { voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.07, pixelSizeA: 2 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const named = "C  PSI THETA PHI SHX SHY MAG INCLUDE DF1 DF2 ANGAST PSHIFT OCC LogP SIGMA SCORE CHANGE\n";
const row = "1 50 40 30 -3 2 10000 1 12000 11000 15 0 100 -500 1.5 20 0.1\n";

describe("parameter files of Frealign and cisTEM", () => {
  test.each([named + row + "C statistics\n", row])(
    "have RELION's angles and shifts of the opposite sign (%#)",
    async (text) => {
      const all = await readParticles(bytes(text), { optics, stack: "a.mrc" });
      expect(poseOf(all, 0)).toEqual({
        rotation: rotationFromEuler({ rotDeg: 30, tiltDeg: 40, psiDeg: 50 }),
        shiftPx: { x: 1.5, y: -1 },
      });
      expect(all.images).toEqual({ files: ["a.mrc"], file: Int32Array.of(0), index: Int32Array.of(0) });
      expect(all.defocus!.defocusUA[0]).toBe(12000);
    },
  );

  test("before version 9 count shifts in pixels", async () => {
    const all = await readParticles(bytes("1 50 40 30 -3 2 10000 1 12000 11000 15 60 0\n"), { optics });
    expect(all.shiftA!.x[0]).toBe(6);
    expect(all.other!.columns["cisTEMPositionInStack"]).toEqual(Float64Array.of(1));
  });

  test.each([
    [named + row + "1 2 3\n", "row 2: got 3 values, wanted 17"],
    [named + row.replace("40", "x"), "row 1, THETA: got x, wanted a number"],
    ["1 2 3\n", "row 1: got 3 values"],
  ])("that are damaged are refused (%#)", async (text, told) => {
    await expect(readPar(memorySource(bytes(text)))).rejects.toThrow(told);
  });

  test("are told from other texts", () => {
    expect([named, row, "data_\nloop_\n"].map((text) => isPar(bytes(text)))).toEqual([true, true, false]);
  });
});

/** A table of a place in the stack, psi, a phase shift and the name of the stack, as cisTEM's binary form has it. */
function binary(
  rows: readonly (readonly [place: number, psi: number, phase: number, stack: string])[],
): Uint8Array {
  const columns = [
    [0, 9],
    [2, 3],
    [8, 3],
    [24, 8],
  ] as const;
  const out = new DataView(
    new ArrayBuffer(8 + 9 * columns.length + rows.reduce((sum, [, , , name]) => sum + 16 + name.length, 0)),
  );
  out.setInt32(0, columns.length, true);
  out.setInt32(4, rows.length, true);
  const bits: readonly bigint[] = [1n, 4n, 256n, 16777216n];
  for (const [i, [, type]] of columns.entries()) {
    out.setBigInt64(8 + 9 * i, bits[i]!, true);
    out.setUint8(16 + 9 * i, type);
  }
  let at = 8 + 9 * columns.length;
  for (const [place, psi, phase, stack] of rows) {
    out.setUint32(at, place, true);
    out.setFloat32(at + 4, psi, true);
    out.setFloat32(at + 8, phase, true);
    out.setInt32(at + 12, stack.length, true);
    new Uint8Array(out.buffer).set(bytes(stack), at + 16);
    at += 16 + stack.length;
  }
  return new Uint8Array(out.buffer);
}

describe("tables of cisTEM", () => {
  const table = binary([
    [7, 50, 0.5, "a.mrc"],
    [2, -20, 0.25, "bc.mrc"],
  ]);

  test("in binary form have the names of its STAR files", async () => {
    const { columns } = await readCistemBinary(memorySource(table));
    expect({ ...columns }).toEqual({
      cisTEMPositionInStack: Float64Array.of(7, 2),
      cisTEMAnglePsi: Float64Array.of(50, -20),
      cisTEMPhaseShift: Float64Array.of(0.5, 0.25),
      cisTEMStackFilename: ["a.mrc", "bc.mrc"],
    });
    expect((await readParticles(table, { optics })).images!.index).toEqual(Int32Array.of(6, 1));
  });

  test("in binary form that are cut off, or promise too much, are refused", async () => {
    for (let length = 0; length < table.length; length++)
      await expect(readCistemBinary(memorySource(table.subarray(0, length)))).rejects.toMatchObject({
        tag: "format",
      });
    const many = Uint8Array.from(table);
    new DataView(many.buffer).setInt32(4, 2 ** 31 - 1, true);
    await expect(readCistemBinary(memorySource(many))).rejects.toThrow("for 2147483647 rows");
    expect(isCistemBinary(bytes("data_particles\nloop_"))).toBe(false);
  });

  test("as STAR files say their optics themselves; a phase shift is in radians", async () => {
    const labels =
      "PositionInStack AnglePsi AngleTheta AnglePhi XShift YShift Defocus1 Defocus2 DefocusAngle PhaseShift PixelSize MicroscopeVoltagekV MicroscopeCsMM AmplitudeContrast AssignedSubset Score";
    const loop = labels
      .split(" ")
      .map((label) => `_cisTEM${label}\n`)
      .join("");
    const all = await readParticles(
      bytes(`data_\nloop_\n${loop}3 50 40 30 -3 2 9000 8000 10 0.5 2 300 2.7 0.07 2 20\n`),
    );
    expect(all.optics[0]).toMatchObject(optics);
    expect(all.shiftA).toEqual({ x: Float64Array.of(3), y: Float64Array.of(-2) });
    expect(all.defocus!.phaseShiftDeg![0]).toBeCloseTo(90 / Math.PI, 12);
    expect(all.halfSet).toEqual(Int32Array.of(2));
    expect(Object.keys(all.other!.columns)).toEqual(["cisTEMPositionInStack", "cisTEMScore"]);
  });

  test("need their optics from somewhere", async () => {
    await expect(readParticles(table)).rejects.toThrow("cisTEMMicroscopeVoltagekV: got no such column");
  });
});
