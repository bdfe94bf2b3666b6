import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { angularDistribution, encodeBild, writeBild } from "../../../lib/src/io/bild/index.js";
import type { BildShape } from "../../../lib/src/io/bild/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const shapes: readonly BildShape[] = [
  { shape: "sphere", centreA: [1, 2.5, -3], radiusA: 4, colour: [1, 0, 0] },
  { shape: "cylinder", fromA: [0, 0, 0], toA: [1, 1, 1 / 3], radiusA: 0.5, colour: [1, 0, 0] },
  { shape: "arrow", fromA: [0, 0, 0], toA: [0, 0, 10], radiusA: 0.25, colour: [0, 0.5, 1] },
];
const text =
  ".color 1 0 0\n.sphere 1 2.5 -3 4\n.cylinder 0 0 0 1 1 0.3333 0.5\n.color 0 0.5 1\n.arrow 0 0 0 0 0 10 0.25 1 0.75\n";

test("shapes are a line each, a colour where it changes", async () => {
  expect(encodeBild(shapes)).toBe(text);
  await writeBild(join(folder, "a.bild"), shapes);
  expect(await readFile(join(folder, "a.bild"), "utf8")).toBe(text);
});

test("a shape without end can't be written", () => {
  expect(() => encodeBild([{ shape: "sphere", centreA: [0, NaN, 0], radiusA: 1 }])).toThrow(/BILD: got NaN/);
});

test("directions of view are bars on a ball, the longest where most look from", () => {
  const angles = {
    rotDeg: Float64Array.of(0, 0, 0, 0),
    tiltDeg: Float64Array.of(0, 1, 0.5, 180),
    psiDeg: Float64Array.of(0, 0, 77, 0),
  };
  const bars = angularDistribution(angles, { radiusA: 100, centreA: [10, 20, 30] });
  expect(bars).toHaveLength(2);
  const lengths = bars.map((bar) => {
    if (bar.shape === "sphere") throw new Error("a ball among the bars");
    const from = bar.fromA.map((value, axis) => value - [10, 20, 30][axis]!);
    expect(Math.hypot(...from)).toBeCloseTo(100, 9);
    return [
      Math.sign(from[2]!),
      Math.hypot(...bar.toA.map((value, axis) => value - bar.fromA[axis]!)),
      bar.colour![0],
    ];
  });
  expect(lengths).toEqual([
    [1, expect.closeTo(50, 9), 1],
    [-1, expect.closeTo(50 / 3, 9), expect.closeTo(1 / 3, 9)],
  ]);
  expect(() => angularDistribution(angles, { radiusA: 0, centreA: [0, 0, 0] })).toThrow(/radiusA: got 0/);
});

test("no particles have no bars", () => {
  const none = { rotDeg: new Float64Array(0), tiltDeg: new Float64Array(0), psiDeg: new Float64Array(0) };
  expect(angularDistribution(none, { radiusA: 1, centreA: [0, 0, 0] })).toEqual([]);
});
