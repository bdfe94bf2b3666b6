import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describe as describeRecord, halfMaps, readVolume, seeded, volume, type Volume } from "vitrine";
import { halfMapsFigure, volumeFigure } from "../../../../widgets/src/host/figure/volume.js";
import { viewMime, widgetMime } from "../../../../widgets/src/protocol/index.js";
import { keepRecent } from "../../../../widgets/src/host/recent.js";
import { collect } from "../collect.js";
import { decodePng, type DecodedPng } from "../decode-png.js";
import { realDataTest } from "../../../support/shared-data.js";
import { recordSession, type Recorder } from "../recorder.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const shape = [20, 33, 47] as const;
const at = [3, 27, 40] as const;

/** A map that is 0 but for one voxel, its data a view that starts within its buffer. */
function lone(place: readonly [number, number, number] = at, value = 1): Volume {
  const data = new Float32Array(5 + 20 * 33 * 47).subarray(5);
  data[(place[0] * 33 + place[1]) * 47 + place[2]] = value;
  return volume(data, { shape, voxelSizeA: 2 });
}

function noise(count: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: count }, () => random.normal());
}

const png = (bundle: Readonly<Record<string, unknown>>): DecodedPng =>
  decodePng(Buffer.from(bundle["image/png"] as string, "base64"));

/** Where the middle of a voxel is drawn in the panels perpendicular to z, y and x: 236 pixels wide, 12 apart, from (12, 34). */
function drawnAt([z, y, x]: readonly [number, number, number]): [number, number][] {
  const scale = 236 / 47;
  const middle = (panel: number, rows: number, row: number, columns: number, column: number) => {
    const [high, wide] = [Math.round(rows * scale), Math.round(columns * scale)];
    const left = 12 + panel * 248 + Math.floor((236 - wide) / 2);
    const top = 34 + Math.floor((236 - high) / 2);
    return [
      Math.floor(left + ((column + 0.5) / columns) * wide),
      Math.floor(top + ((row + 0.5) / rows) * high),
    ] as [number, number];
  };
  return [middle(0, 33, y, 47, x), middle(1, 20, z, 47, x), middle(2, 20, z, 33, y)];
}

describe("a volume's figure", () => {
  test("has our view, the widget, a picture and the numbers", async () => {
    const { bundle } = await volumeFigure(lone(), { title: "phantom" });
    const { id, state } = session.opened();
    expect(Object.keys(bundle)).toEqual([viewMime, widgetMime, "image/png", "text/plain"]);
    const text =
      "phantom: volume 47 x 33 x 20, 2 Å/voxel, 94 Å wide; values 0 to 1, mean 0.00003224, sd 0.005678";
    expect(bundle[viewMime]).toEqual({ version: "0.1.0", widget: "volume-view", model_id: id, text });
    expect(bundle["text/plain"]).toBe(text);
    expect(state).toMatchObject({
      _widget: "volume-view",
      _model_module: "@vitrine/widgets",
      _model_name: "VitrineModel",
      _view_name: "VitrineView",
      shape: [20, 33, 47],
      voxelSizeA: 2,
      cursor: [10, 16, 23],
      range: [0, 1],
      text,
    });
    expect(state["percentiles"]).toHaveLength(101);
    expect("voxelSizesA" in state).toBe(false);
  });

  test("shows a bright voxel at its place in all three slices, and nothing elsewhere", async () => {
    const { bundle } = await volumeFigure(lone(), { cursor: at });
    const picture = png(bundle);
    for (const [i, [x, y]] of drawnAt(at).entries()) {
      expect(picture.at(x, y), `panel ${i}`).toEqual([255, 255, 255]);
      for (const [dx, dy] of [
        [7, 0],
        [-7, 0],
        [0, 7],
        [0, -7],
      ] as const)
        expect(picture.at(x + dx, y + dy), `beside, panel ${i}`).not.toEqual([255, 255, 255]);
    }
    const other = png((await volumeFigure(lone(), { cursor: [10, 16, 23] })).bundle);
    for (const [x, y] of drawnAt(at)) expect(other.at(x, y)).toEqual([0, 0, 0]);
  });

  test("shows the surface of a ball in the middle of its panel", async () => {
    const data = new Float32Array(48 ** 3);
    for (let i = 0; i < data.length; i++) {
      const r = Math.hypot(Math.floor(i / 2304) - 24, (Math.floor(i / 48) % 48) - 24, (i % 48) - 24);
      data[i] = 1 / (1 + Math.exp(r - 12));
    }
    const { bundle } = await volumeFigure(volume(data, { shape: [48, 48, 48], voxelSizeA: 1 }), {
      level: 0.5,
    });
    const picture = png(bundle);
    const lit = (x: number, y: number): boolean => picture.at(756 + x, 34 + y)[2] > 60;
    expect([lit(118, 118), lit(60, 118), lit(118, 60), lit(180, 118), lit(118, 180)]).toEqual(
      Array<boolean>(5).fill(true),
    );
    expect([lit(4, 4), lit(231, 4), lit(4, 231), lit(231, 231)]).toEqual(Array<boolean>(4).fill(false));
  });

  test.each([
    ["constant", new Float32Array(60).fill(7), "values 7 to 7"],
    ["not finite", new Float32Array(60).fill(Number.NaN), "60 not finite"],
  ])("of %s data says so and holds only finite numbers", async (_name, data, words) => {
    const { bundle } = await volumeFigure(volume(data, { shape: [3, 4, 5], voxelSizeA: 1 }), {});
    const { state } = session.opened();
    const numbers = [state["level"], state["range"], state["contrast"], state["percentiles"]].flat();
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(bundle["text/plain"]).toContain(words);
    const picture = png(bundle);
    const inks = new Set<string>();
    for (let x = 12; x < 248; x++) for (let y = 130; y < 170; y++) inks.add(String(picture.at(x, y)));
    expect(inks.size).toBeGreaterThan(3); // a sentence is written in the first panel
  });

  test.each([
    [1, 1, 1],
    [1, 7, 2],
    [31, 2, 5],
  ])("of %i x %i x %i voxels is drawn", async (nz, ny, nx) => {
    const map = volume(noise(nz * ny * nx, 4), { shape: [nz, ny, nx], voxelSizeA: [3, 1, 1] });
    const { bundle } = await volumeFigure(map, {});
    expect(png(bundle).width).toBe(1004);
    expect(session.opened().state["voxelSizesA"]).toEqual([3, 1, 1]);
  });

  test("says what describe says, without a second look at the data", async () => {
    const map = volume(noise(5 * 7 * 11, 2), { shape: [5, 7, 11], voxelSizeA: 1.3 });
    expect((await volumeFigure(map, {})).bundle["text/plain"]).toBe(describeRecord(map));
  });

  test("names its source and the reader's warnings in the text", async () => {
    const source = { name: "half1.mrc", format: "mrc", warnings: ["header says 3 planes"] };
    const map = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1, source });
    expect((await volumeFigure(map, {})).bundle["text/plain"]).toMatch(
      /\nfrom half1.mrc \(mrc\)\nwarning: header says 3 planes$/,
    );
  });

  test("refuses options that can't be used", async () => {
    await expect(volumeFigure(lone(), { cursor: [20, 0, 0] })).rejects.toThrow(/cursor z: got 20/);
    await expect(volumeFigure(lone(), { cursor: [0, 0.5, 0] })).rejects.toThrow(/cursor y/);
    await expect(volumeFigure(lone(), { contrast: [99, 1] })).rejects.toThrow(/lower percentile first/);
    await expect(volumeFigure(lone(), { level: Number.NaN })).rejects.toThrow(/level: got NaN/);
  });

  test("has a state below 100 KB however large the map, and a picture below 1 MB", async () => {
    const map = volume(noise(96 * 160 * 130, 9), { shape: [96, 160, 130], voxelSizeA: 1 });
    const { bundle } = await volumeFigure(map, {});
    expect(session.opened().bytes).toBeLessThan(100_000);
    expect((bundle["image/png"] as string).length).toBeLessThan(1_000_000);
  });
});

describe("a volume's answers", () => {
  const map = volume(noise(20 * 33 * 47, 7), { shape, voxelSizeA: 2 });

  test.each([
    ["z", 19, [33, 47], (i: number) => 19 * 33 * 47 + i],
    ["y", 0, [20, 47], (i: number) => Math.floor(i / 47) * 33 * 47 + (i % 47)],
    ["x", 46, [20, 33], (i: number) => i * 47 + 46],
  ] as const)("a slice perpendicular to %s is exact", async (axis, index, sides, place) => {
    await volumeFigure(map, {});
    const request = { type: "request", id: 12, what: "slice", axis, index };
    const { content, buffer } = await session.ask(session.opened().id, request);
    expect(content).toEqual({
      type: "data",
      id: 12,
      what: "slice",
      axis,
      index,
      shape: sides,
      dtype: "f32",
      offset: 0,
      scale: 1,
      binning: 1,
    });
    const values = new Float32Array(buffer.buffer);
    expect(values).toHaveLength(sides[0] * sides[1]);
    values.forEach((value, i) => expect(value).toBe(map.data[place(i)]));
  });

  test("the overview is the map in bytes, binned as asked", async () => {
    await volumeFigure(map, {});
    const { id } = session.opened();
    const whole = await session.ask(id, { type: "request", id: 1, what: "overview" });
    expect(whole.content).toMatchObject({ shape: [20, 33, 47], dtype: "u8", binning: 1 });
    const { offset, scale } = whole.content as { offset: number; scale: number };
    whole.buffer.forEach((stored, i) =>
      expect(Math.abs(offset + scale * stored - map.data[i]!)).toBeLessThan(0.501 * scale),
    );
    const small = await session.ask(id, { type: "request", id: 2, what: "overview", maxSize: 16 });
    expect(small.content).toMatchObject({ shape: [7, 11, 16], binning: 3, id: 2 });
    expect(small.buffer).toHaveLength(7 * 11 * 16);
  });

  test.each([
    [{ type: "request", id: 5, what: "slice", axis: "z", index: 20 }, /z = 20 is not from 0 to 19/],
    [{ type: "request", id: 5, what: "slice", axis: "y", index: -1 }, /y = -1 is not from 0 to 32/],
    [{ type: "request", id: 5, what: "image" }, /no image/],
    [{ type: "request", id: 5, what: "slice" }, /axis/],
  ])("%j is refused", async (request, reason) => {
    await volumeFigure(map, {});
    const { content } = await session.ask(session.opened().id, request);
    expect(content).toMatchObject({ type: "refusal", id: 5 });
    expect(content["reason"]).toMatch(reason);
  });
});

describe("a map that left memory", () => {
  test("is let go with its overview, and its view is told so", async () => {
    await (async () => volumeFigure(lone(), {}))();
    const { id } = session.opened();
    const overview = { type: "request", id: 1, what: "overview" };
    const slice = { type: "request", id: 2, what: "slice", axis: "z", index: 0 };
    expect((await session.ask(id, overview)).content["type"]).toBe("data");
    expect((await session.ask(id, slice)).content["type"]).toBe("data");
    keepRecent({}, 2 ** 40);
    await collect();
    for (const request of [slice, overview]) {
      const { content } = await session.ask(id, request);
      expect(content).toMatchObject({ type: "refusal", id: request.id });
      expect(content["reason"]).toMatch(/no longer in memory: run the cell again/);
    }
  });
});

describe("half maps", () => {
  const a = lone(at, 4);
  const b = lone(at, 2);

  test("show both in the picture and their mean in the view", async () => {
    const { bundle } = await halfMapsFigure(halfMaps(a, b), { cursor: at });
    expect(png(bundle).height).toBe(34 + 2 * 262 + 4);
    const [[x, y]] = drawnAt(at) as [[number, number]];
    expect(png(bundle).at(x, y)).toEqual([255, 255, 255]);
    expect(png(bundle).at(x, y + 262)[0]).toBeGreaterThan(120);
    expect(bundle["text/plain"]).toMatch(/half 1: .* 0 to 4.*\nhalf 2: .* 0 to 2/);
    const { id, state } = session.opened();
    expect(state["range"]).toEqual([0, 3]);
    const request = { type: "request", id: 1, what: "slice", axis: "z", index: at[0] };
    const { buffer } = await session.ask(id, request);
    expect(new Float32Array(buffer.buffer)[at[1] * 47 + at[2]]).toBe(3);
  });
});

describe("a real map", () => {
  const folder = "ComputationalCryoEM__ASPIRE-Python/gallery/tutorials/data";
  realDataTest(
    "the 70S ribosome stands in the middle of its panel",
    [`${folder}/clean70SRibosome_vol_65p.mrc`],
    async (file) => {
      const map = await readVolume(file!, { voxelSizeA: 4.27 });
      const { bundle } = await volumeFigure(map, {});
      const picture = png(bundle);
      let lit = 0;
      for (let x = 756; x < 992; x++) for (let y = 34; y < 270; y++) if (picture.at(x, y)[2] > 60) lit++;
      // a compact particle framed by its own extent: between a fifth and three quarters of the panel
      expect(lit / 236 ** 2).toBeGreaterThan(0.2);
      expect(lit / 236 ** 2).toBeLessThan(0.75);
      expect(session.opened().state["shape"]).toEqual([65, 65, 65]);
    },
  );
});
