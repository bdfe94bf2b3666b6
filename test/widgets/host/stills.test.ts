import { describe, expect, test } from "vitest";
import { volume } from "vitrine";
import { binDensity } from "../../../widgets/src/host/lod/binning.js";
import { densityOf } from "../../../widgets/src/host/lod/density.js";
import { roundLength } from "../../../widgets/src/host/stills/panel.js";
import { cut } from "../../../widgets/src/host/stills/plot.js";
import {
  fillRect,
  putBytes,
  raster,
  strokeLines,
  type Rgb,
} from "../../../widgets/src/host/stills/raster.js";
import { drawSurface } from "../../../widgets/src/host/stills/surface.js";
import { css, stepped, surfaceColor } from "../../../widgets/src/host/stills/theme.js";

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

describe("drawing", () => {
  test("a rectangle fills its pixels and none beside them", () => {
    const picture = raster(6, 4, white);
    fillRect(picture, { x: 4, y: 2, width: 9, height: 9 }, black);
    const dark = [...picture.data].flatMap((value, i) => (value === 0 && i % 3 === 0 ? [i / 3] : []));
    expect(dark).toEqual([16, 17, 22, 23]);
  });

  test("a line one pixel wide through pixel centres covers them fully, and its neighbours not at all", () => {
    const picture = raster(7, 3, white);
    strokeLines(picture, [1.5, 1.5, 5.5, 1.5], { color: black });
    const row = (y: number): number[] => Array.from({ length: 7 }, (_, x) => picture.data[3 * (7 * y + x)]!);
    expect(row(1)).toEqual([255, 0, 0, 0, 0, 0, 255]);
    expect(row(0)).toEqual(Array<number>(7).fill(255));
  });

  test("pieces of one stroke do not darken where they overlap", () => {
    const picture = raster(5, 5, white);
    strokeLines(picture, [0, 2.5, 5, 2.5, 0, 2.5, 5, 2.5], { color: black, opacity: 0.5 });
    expect(picture.data[3 * 12]).toBe(128);
  });

  test("bytes go through a ramp to their place", () => {
    const picture = raster(3, 2, white);
    putBytes(picture, Uint8Array.of(0, 9), { x: 1, y: 1, width: 2, height: 1 }, (v) => [v, 1, 2]);
    expect([...picture.data.subarray(12)]).toEqual([0, 1, 2, 9, 1, 2]);
  });
});

describe("the surface", () => {
  const side = 24;
  const ball = (cz: number, cy: number, cx: number, radius: number) =>
    densityOf(
      volume(
        Float32Array.from({ length: side ** 3 }, (_, i) => {
          const [z, y, x] = [Math.floor(i / side ** 2), Math.floor(i / side) % side, i % side];
          return radius - Math.hypot(z - cz, y - cy, x - cx);
        }),
        { shape: [side, side, side], voxelSizeA: 1 },
      ),
    );
  const view = { level: 0, size: 64, voxelSizesA: [1, 1, 1] as const };

  test("of a ball is a disc that fills the picture, brighter towards the light at the upper left", async () => {
    const shades = await drawSurface(await binDensity(ball(12, 12, 12, 7), 1), view);
    const area = shades.filter((value) => value > 0).length;
    // of the cube around it, seen obliquely, the ball fills a disc of 1 / (1.1 * 1.366) of the side (half diagonals)
    const radius = (64 * 7.5) / (2 * 1.1 * 7.5 * (Math.cos(Math.PI / 6) + Math.sin(Math.PI / 6)));
    expect(Math.abs(Math.sqrt(area / Math.PI) / radius - 1)).toBeLessThan(0.12);
    expect(shades[24 * 64 + 24]!).toBeGreaterThan(shades[40 * 64 + 40]!);
  });

  test("is the same picture wherever the ball lies in the box", async () => {
    const middle = await drawSurface(await binDensity(ball(12, 12, 12, 5), 1), view);
    const aside = await drawSurface(await binDensity(ball(8, 15, 10, 5), 1), view);
    const differing = middle.filter((value, i) => Math.abs(value - aside[i]!) > 12).length;
    expect(differing / middle.length).toBeLessThan(0.02); // rays meet the voxels at other phases
  });

  test("of a box that is full to its faces is closed; above everything there is none", async () => {
    const full = densityOf(volume(new Float32Array(27).fill(2), { shape: [3, 3, 3], voxelSizeA: 1 }));
    const binned = await binDensity(full, 1);
    expect((await drawSurface(binned, { ...view, level: 1 }))[32 * 64 + 32]).toBeGreaterThan(0);
    expect((await drawSurface(binned, { ...view, level: 3 })).every((value) => value === 0)).toBe(true);
  });
});

describe("small things", () => {
  test.each([
    [99, 50],
    [100, 100],
    [19.9, 10],
    [0.34, 0.2],
    [1, 1],
    [7e5, 5e5],
  ])("the round length within %d is %d", (limit, wanted) => expect(roundLength(limit)).toBe(wanted));

  test("grey steps keep black and white, and rise", () => {
    const steps = Array.from({ length: 256 }, (_, value) => stepped(value));
    expect([steps[0], steps[255]]).toEqual([0, 255]);
    expect(steps.every((value, i) => i === 0 || value >= steps[i - 1]!)).toBe(true);
    expect(new Set(steps).size).toBe(96);
  });

  test("the surface's colours rise in brightness; a cut text ends in an ellipsis", () => {
    const sums = Array.from({ length: 256 }, (_, value) => surfaceColor(value).reduce((a, b) => a + b, 0));
    expect(sums.every((sum, i) => i === 0 || sum >= sums[i - 1]!)).toBe(true);
    expect(css([0, 114, 178])).toBe("#0072b2");
    expect([cut("short", 9), cut("𝛼𝛼𝛼𝛼", 3)]).toEqual(["short", "𝛼𝛼…"]);
  });
});
