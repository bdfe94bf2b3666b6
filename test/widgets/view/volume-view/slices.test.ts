import { describe, expect, test } from "vitest";
import type { DataMessage, RequestMessage } from "../../../../widgets/src/protocol/index.js";
import { openSlices, planeOf } from "../../../../widgets/src/view/volume-view/slices.js";
import type { Slices } from "../../../../widgets/src/view/volume-view/slices.js";

type Asked = Omit<RequestMessage, "type">;

function opened(): { slices: Slices; asked: Asked[]; changes: string[] } {
  const asked: Asked[] = [];
  const changes: string[] = [];
  const ask = (wanted: Omit<Asked, "id">): number => {
    asked.push({ id: asked.length + 1, ...wanted });
    return asked.length;
  };
  const slices = openSlices(
    () => ({ ask }),
    128,
    (what) => changes.push(what),
  );
  return { slices, asked, changes };
}
function answer(slices: Slices, { id, axis, index }: Asked, value: number): void {
  const message: DataMessage = {
    type: "data",
    id,
    what: "slice",
    shape: [2, 3],
    dtype: "f32",
    offset: 0,
    scale: 1,
    binning: 1,
    axis: axis!,
    index: index!,
  };
  slices.receive({ message, data: new Float32Array(6).fill(value) });
}
function sendOverview(slices: Slices, id: number, data: Uint8Array): void {
  const message: DataMessage = {
    type: "data",
    id,
    what: "overview",
    shape: [2, 2, 2],
    dtype: "u8",
    offset: 0,
    scale: 1,
    binning: 2,
  };
  slices.receive({ message, data });
}

describe("slices of a map", () => {
  test("one request for each axis is under way; after its answer the newest place is asked for", () => {
    const { slices, asked } = opened();
    for (let z = 0; z < 20; z++) slices.want([z, 5, 6]);
    expect(asked.map(({ axis, index }) => `${axis}${index}`)).toEqual(["z0", "y5", "x6"]);
    answer(slices, asked[0]!, 0);
    slices.want([19, 5, 6]);
    expect(asked.map(({ axis, index }) => `${axis}${index}`).slice(3)).toEqual(["z19"]);
  });
  test("what has come is not asked for again, and a late answer is kept for its own place", () => {
    const { slices, asked } = opened();
    slices.want([1, 0, 0]);
    answer(slices, asked[0]!, 7);
    slices.want([2, 0, 0]);
    answer(slices, asked.at(-1)!, 8);
    answer(slices, asked[0]!, 9);
    expect(slices.at("z", 2)!.of.data[0]).toBe(8);
    const before = asked.length;
    slices.want([1, 0, 0]);
    expect(asked).toHaveLength(before);
  });
  test("until the exact slice comes the overview's stands in", () => {
    const { slices, asked } = opened();
    slices.restart();
    expect(asked[0]).toMatchObject({ what: "overview", maxSize: 128 });
    expect(slices.at("z", 3)).toBeUndefined();
    sendOverview(slices, asked[0]!.id, Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7]));
    expect([...slices.at("z", 3)!.of.data]).toEqual([4, 5, 6, 7]);
    expect(slices.at("z", 3)!.binning).toBe(2);
  });
  test("answers to what was asked before the map changed are dropped", () => {
    const { slices, asked } = opened();
    slices.restart();
    slices.want([0, 0, 0]);
    slices.restart();
    answer(slices, asked[1]!, 1);
    sendOverview(slices, asked[0]!.id, new Uint8Array(8));
    expect(slices.at("z", 0)).toBeUndefined();
    expect(slices.overview()).toBeUndefined();
  });
  test("after a refusal the axis may be asked for again", () => {
    const { slices, asked } = opened();
    slices.want([0, 0, 0]);
    slices.refused(asked[0]!.id);
    slices.want([1, 0, 0]);
    expect(asked.at(-1)).toMatchObject({ axis: "z", index: 1 });
  });
});

test("planes of the overview lie as on the screen: x or z across, y or z down", () => {
  const shape = [2, 3, 4] as const;
  const data = Uint8Array.from({ length: 24 }, (_, i) => i);
  const at = (z: number, y: number, x: number): number => (z * 3 + y) * 4 + x;
  const overview = { data, shape, offset: 0, scale: 1, binning: 1 };
  const rows = (axis: "z" | "y" | "x", index: number): number[][] => {
    const { data: plane, width, height } = planeOf(overview, axis, index);
    return Array.from({ length: height }, (_, row) => [...plane.subarray(row * width, (row + 1) * width)]);
  };
  expect(rows("z", 1)[2]![3]).toBe(at(1, 2, 3));
  expect(rows("y", 2)[1]![3]).toBe(at(1, 2, 3));
  expect(rows("x", 3)[2]![1]).toBe(at(1, 2, 3));
  expect([rows("x", 0).length, rows("x", 0)[0]!.length]).toEqual([3, 2]);
});
