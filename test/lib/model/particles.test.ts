import { describe, expect, test } from "vitest";
import { ctfOf, opticsGroup, opticsOf, particles, poseOf, rotationFromEuler, table } from "vitrine";
import type { ParticleColumns } from "vitrine";

const lens = { voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1 };
const optics = [
  opticsGroup({ name: "one", ...lens, pixelSizeA: 1.5 }),
  opticsGroup({ name: "two", ...lens, voltageKV: 200, pixelSizeA: 2 }),
];
const columns: ParticleColumns = {
  group: Int32Array.of(0, 1, 1),
  images: { files: ["a.mrcs", "b.mrcs"], file: Int32Array.of(0, 1, 1), index: Int32Array.of(4, 0, 9) },
  micrographs: { files: ["m.mrc"], file: new Int32Array(3) },
  coordinatesPx: { x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6) },
  angles: {
    rotDeg: Float64Array.of(1, 2, 3),
    tiltDeg: Float64Array.of(10, 20, 30),
    psiDeg: Float64Array.of(7, 8, 9),
  },
  shiftA: { x: Float64Array.of(3, 4, 5), y: Float64Array.of(-1.5, 2, 0) },
  defocus: {
    defocusUA: Float64Array.of(9000, 8000, 7000),
    defocusVA: Float64Array.of(8000, 8500, 6000),
    defocusAngleDeg: Float64Array.of(10, 20, 30),
  },
  classNumber: Int32Array.of(1, 2, 1),
  halfSet: Int32Array.of(1, 2, 1),
  other: table("particles", { score: Float64Array.of(0.1, 0.2, 0.3), label: ["p", "q", "r"] }),
};
const all = particles(optics, columns);

describe("a particle", () => {
  test("has its pose, with the shift in pixels of its own images", () => {
    const rotation = rotationFromEuler({ rotDeg: 2, tiltDeg: 20, psiDeg: 8 });
    expect(poseOf(all, 1)).toEqual({ rotation, shiftPx: { x: 2, y: 1 } });
    expect(poseOf({ ...all, shiftA: undefined } as never, 1)).toEqual({ rotation });
    expect(() => poseOf(particles(optics, { group: new Int32Array(1) }), 0)).toThrow("rotDeg: got NaN");
    expect(() => poseOf(all, 3)).toThrow("particle: got 3");
  });

  test("has the lens of its group with its own defocus, the larger one first", () => {
    expect(ctfOf(all, 1)).toMatchObject({
      voltageKV: 200,
      defocusUA: 8500,
      defocusVA: 8000,
      defocusAngleDeg: -70,
      phaseShiftDeg: 0,
    });
    expect(opticsOf(all, 2)).toBe(optics[1]);
    expect(() => ctfOf(particles(optics, { group: new Int32Array(1) }), 0)).toThrow("defocusUA: got NaN");
  });
});

describe("particles", () => {
  test.each([
    [{ classNumber: new Int32Array(2) }, "particles: classNumber: got 2 rows, wanted 3"],
    [{ shiftA: { x: new Float64Array(3), y: new Float64Array(4) } }, "shiftY: got 4 rows"],
    [{ other: table("t", { a: ["1"] }) }, "other: got 1 rows"],
    [{ group: Int32Array.of(0, 2, 0) }, "particle 1: group: got 2"],
    [{ halfSet: Int32Array.of(1, 2, 0) }, "particle 2: halfSet: got 0"],
    [{ micrographs: { files: [], file: new Int32Array(3) } }, "particle 0: micrographs: file: got 0"],
  ])("that do not fit together are refused by the name of the column (%#)", (wrong, told) => {
    expect(() => particles(optics, { ...columns, ...wrong })).toThrow(told);
  });
});
