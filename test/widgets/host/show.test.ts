import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { curve, image, volume, type Volume } from "vitrine";
import { powerSpectrumOf } from "vitrine/model";
import { show } from "../../../widgets/src/host/show.js";
import { recordSession, type Recorder } from "./recorder.js";

let session: Recorder;
beforeEach(() => (session = recordSession()));
afterEach(() => session.undo());

const map = volume(
  Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)),
  { shape: [3, 4, 5], voxelSizeA: 1 },
);

describe("show", () => {
  test("displays the figure with the options and gives the live view", async () => {
    const view = await show(map, { cursor: [2, 0, 4], level: 0.25, contrast: [5, 95], title: "half 1" });
    const [shown] = session.ofType("display_data");
    expect((shown!["data"] as Record<string, string>)["text/plain"]).toMatch(/^half 1: volume/);
    expect([view.cursor, view.level, view.contrast]).toEqual([[2, 0, 4], 0.25, [5, 95]]);
    expect(view.id).toBe(session.opened().id);
  });

  test("what the view does reaches the cell", async () => {
    const view = await show(map);
    const heard: unknown[] = [];
    const undo = view.onChange("level", (level) => heard.push(level));
    view.onChange("cursor", ([z, y, x]) => heard.push([z, y, x]));
    session.change(view.id, { level: 0.5 });
    session.change(view.id, { cursor: [0, 1, 2] });
    expect([view.level, view.cursor]).toEqual([0.5, [0, 1, 2]]);
    undo();
    session.change(view.id, { level: 0.75 });
    expect(heard).toEqual([0.5, [0, 1, 2]]);
    expect(view.level).toBe(0.75);
  });

  test("what the cell sets reaches the view", async () => {
    const view = await show(map);
    view.level = 0.125;
    expect(view.level).toBe(0.125);
    await new Promise((resolve) => setTimeout(resolve, 40)); // updates are at most 60 a second
    const updates = session.ofType("comm_msg").map(({ data }) => data as { method: string; state: object });
    expect(updates.find(({ method }) => method === "update")!.state).toEqual({ level: 0.125 });
  });

  test("a value that can't be is refused and changes nothing", async () => {
    const view = await show(map);
    const before = view.cursor;
    expect(() => (view.cursor = [3, 0, 0])).toThrow(/cursor z: got 3, wanted a whole number from 0 to 2/);
    expect(() => (view.cursor = [1] as never)).toThrow(/three indices/);
    expect(() => (view.level = Number.NaN)).toThrow(/level/);
    expect(() => (view.contrast = [50, 50])).toThrow(/lower percentile first/);
    expect(view.cursor).toEqual(before);
  });

  test("a closed view is silent", async () => {
    const view = await show(map);
    view.close();
    const before = session.sent.length;
    view.level = 9;
    expect(session.sent).toHaveLength(before);
  });

  test("each kind has its own handle, and an image none", async () => {
    const spectrum = powerSpectrumOf({
      data: new Float32Array(16).fill(1),
      shape: [4, 4],
      pixelSizeA: 1,
      radial: { spatialFrequencyInvA: new Float64Array(2), power: new Float64Array(2) },
    });
    const spectrumView = await show(spectrum, { ringsA: [10, 4] });
    expect(spectrumView.ringsA).toEqual([10, 4]);
    expect(() => (spectrumView.ringsA = [-1])).toThrow(/ringsA/);
    const line = { label: "x", unit: "", values: new Float64Array(2) };
    const flat = curve({
      title: "t",
      x: line,
      y: line,
      series: [{ name: "s", role: "data", values: line.values }],
    });
    expect((await show(flat)).id).toBe(session.opened().id);
    expect(await show(image(new Float32Array(4), { shape: [2, 2], pixelSizeA: 1 }))).toBeUndefined();
  });

  test.each([[3], ["text"], [null], [{ kind: "volume" }], [[map]]])(
    "of %s says what it can show",
    async (value) => {
      await expect(show(value as unknown as Volume)).rejects.toThrow(/wanted a volume.*display\(x\)/);
      expect(session.sent).toEqual([]);
    },
  );
});
