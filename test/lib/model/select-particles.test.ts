import { expect, test } from "vitest";
import { ctfOf, opticsGroup, particles, poseOf, selectParticles, table } from "vitrine";
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

test("particles are chosen column by column; files and groups stay", () => {
  const chosen = selectParticles(all, [2, 0, 2, 1]);
  expect(chosen.count).toBe(4);
  expect(chosen.optics).toBe(optics);
  expect(chosen.images!.files).toBe(columns.images!.files);
  for (const [i, from] of [2, 0, 2, 1].entries()) {
    expect(poseOf(chosen, i)).toEqual(poseOf(all, from));
    expect(ctfOf(chosen, i)).toEqual(ctfOf(all, from));
    expect(chosen.images!.index[i]).toBe(columns.images!.index[from]);
    expect(chosen.other!.columns["label"]![i]).toBe(columns.other!.columns["label"]![from]);
  }
  expect(selectParticles(all, []).count).toBe(0);
  expect(() => selectParticles(all, [3])).toThrow("particle: got 3");
});
