import { describe, expect, test } from "vitest";
import { poseOf, rotationFromEuler, table } from "vitrine";
import type { Column, Table } from "vitrine";
import { particlesFromCs } from "../../../lib/src/io/cryosparc/index.js";

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const fields: Record<string, Column> = {
  uid: ["18446744073709551615", "7"],
  "blob/path": [">J1/a.mrc", "J1/b.mrc"],
  "blob/idx": numbers(4, 0),
  "blob/shape[0]": numbers(64, 64),
  "blob/shape[1]": numbers(64, 64),
  "blob/psize_A": numbers(2, 2),
  "ctf/accel_kv": numbers(300, 300),
  "ctf/cs_mm": numbers(2.7, 2.7),
  "ctf/amp_contrast": numbers(0.1, 0.1),
  "ctf/df1_A": numbers(9000, 8000),
  "ctf/df2_A": numbers(8500, 7900),
  "ctf/df_angle_rad": numbers(Math.PI / 6, 0),
  "ctf/phase_shift_rad": numbers(Math.PI / 2, 0),
  "ctf/exp_group_id": numbers(1, 2),
  "location/micrograph_path": ["m.mrc", "m.mrc"],
  "location/micrograph_shape[0]": numbers(100, 100),
  "location/micrograph_shape[1]": numbers(200, 200),
  "location/center_x_frac": numbers(0.25, 0.5),
  "location/center_y_frac": numbers(0.1, 0.2),
  "alignments3D/pose[0]": numbers(0, 0),
  "alignments3D/pose[1]": numbers(0, 0),
  "alignments3D/pose[2]": numbers(Math.PI / 6, 0),
  "alignments3D/shift[0]": numbers(3, 0),
  "alignments3D/shift[1]": numbers(-1, 0),
  "alignments3D/psize_A": numbers(4, 4),
  "alignments3D/class": numbers(0, 1),
  "alignments3D/split": numbers(0, 1),
  "alignments3D/error": numbers(0.5, 0.25),
};
const rows = (changes: Record<string, Column | undefined> = {}): Table =>
  table(
    "particles",
    Object.fromEntries(
      Object.entries({ ...fields, ...changes }).filter(
        (entry): entry is [string, Column] => entry[1] !== undefined,
      ),
    ),
  );

describe("particles of cryoSPARC", () => {
  const all = particlesFromCs("a.cs", rows());

  test("have their poses, and shifts in pixels of the alignment's box", () => {
    const { rotation, shiftPx } = poseOf(all, 0);
    for (const [i, value] of rotationFromEuler({ rotDeg: 0, tiltDeg: 0, psiDeg: 30 }).entries())
      expect(rotation[i]).toBeCloseTo(value, 12);
    expect(shiftPx).toEqual({ x: 6, y: -2 });
  });

  test("have images, places, defocus, classes and halves in the library's terms", () => {
    expect(all.images).toEqual({
      files: ["J1/a.mrc", "J1/b.mrc"],
      file: Int32Array.of(0, 1),
      index: Int32Array.of(4, 0),
    });
    expect(all.coordinatesPx).toEqual({ x: numbers(50, 100), y: numbers(90, 80) });
    expect(all.defocus!.defocusAngleDeg[0]).toBeCloseTo(30, 12);
    expect(all.defocus!.phaseShiftDeg![0]).toBeCloseTo(90, 12);
    expect(all.classNumber).toEqual(Int32Array.of(1, 2));
    expect(all.halfSet).toEqual(Int32Array.of(1, 2));
    expect(all.optics.map(({ boxSizePx, pixelSizeA }) => [boxSizePx, pixelSizeA])).toEqual([
      [64, 2],
      [64, 2],
    ]);
    expect(Object.keys(all.other!.columns)).toEqual([
      "uid",
      "location/micrograph_shape[0]",
      "location/micrograph_shape[1]",
      "alignments3D/error",
    ]);
  });

  test("of a 2D alignment have an angle in the plane", () => {
    const plane = particlesFromCs(
      "a.cs",
      rows({
        "alignments3D/shift[0]": undefined,
        "alignments2D/pose": numbers(Math.PI / 2, 0),
        "alignments2D/shift[0]": numbers(1, 2),
        "alignments2D/shift[1]": numbers(0, 0),
      }),
    );
    expect(plane.angles!.psiDeg[0]).toBeCloseTo(90, 12);
    expect(plane.shiftA!.x).toEqual(numbers(2, 4));
  });

  test("need their optics, which may lie in the passthrough file", () => {
    expect(() => particlesFromCs("a.cs", rows({ "ctf/accel_kv": undefined }))).toThrow(
      /accel_kv: got no such field.*passthrough/,
    );
  });
});
