import { expect } from "vitest";
import { readVolume, statistics } from "vitrine";
import { realDataTest } from "../support/shared-data.js";
import { correlation, turnedAboutZ } from "../support/turn-about-z.js";

/** Tolerance of the expected correlations: they were measured with another interpolation. */
const measured = 0.01;

/** Only where a turn about z leads from inside the box to inside the box. */
const insideCylinder = (n: number) => (index: number) => {
  const [x, y] = [(index % n) - n / 2, (Math.floor(index / n) % n) - n / 2];
  return x * x + y * y < (n / 2 - 1) ** 2;
};

realDataTest(
  "GroEL, EMD-1080, is seven-fold about z through voxel 50",
  ["salilab__imp/biological_systems/groel/data/em_maps/groel-11.5A.mrc.gz"],
  async (path) => {
    const map = await readVolume(path);
    expect(map.shape).toEqual([100, 100, 100]);
    // 99 intervals of a cell of 267.3 Å, not 100
    expect(map.voxelSizeA).toBe(2.7);
    expect(map.originA).toEqual([-135, -135, -135]);
    const fold = (n: number) => correlation(map.data, turnedAboutZ(map, 360 / n), insideCylinder(100));
    const known = { 5: 0.703, 6: 0.885, 7: 0.999, 8: 0.926 };
    for (const [n, wanted] of Object.entries(known))
      expect(Math.abs(fold(Number(n)) - wanted), `${n}-fold`).toBeLessThan(measured);
  },
);

realDataTest(
  "beta-galactosidase is two-fold about x, y and z through voxel 50; its local resolution",
  ["nglviewer__ngl/data/betaGal.mrc.gz", "nglviewer__ngl/data/localResolution.mrc.gz"],
  async (mapPath, resolutionPath) => {
    const map = await readVolume(mapPath);
    expect(map.voxelSizeA).toBe(3.54);
    for (const axis of [0, 1, 2] as const) {
      const turned = halfTurn(map.data, axis);
      expect(
        correlation(map.data, turned, (i) => !onFirstPlane(i)),
        `axis ${"xyz"[axis]}`,
      ).toBeGreaterThan(1 - measured);
    }
    const resolution = await readVolume(resolutionPath);
    const inside = resolution.data.filter((_, i) => map.data[i]! > 0.05).sort();
    expect(inside).toHaveLength(16802);
    const { min, max } = statistics(inside);
    const median = inside[8401]!;
    [7.24, 8.2, 13.96].forEach((wanted, i) =>
      expect(Math.abs([min, median, max][i]! - wanted)).toBeLessThan(measured),
    );
  },
);

const n = 100;
const indices = (i: number) =>
  [i % n, Math.floor(i / n) % n, Math.floor(i / n / n)] as [number, number, number];
/** Planes of index 0 have no partner about voxel 50. */
const onFirstPlane = (i: number) => indices(i).includes(0);

/** Half a turn about an axis (0 is x) through voxel 50: two coordinates change sign, no interpolation. */
function halfTurn(data: Float32Array, axis: 0 | 1 | 2): Float32Array {
  return data.map((_, i) => {
    const [x, y, z] = indices(i).map((at, a) => (a === axis ? at : (n - at) % n)) as [number, number, number];
    return data[(z * n + y) * n + x]!;
  });
}
