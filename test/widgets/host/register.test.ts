import { formatValue, type CellHost, setCellHost } from "@vitrine/kernel/cell";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { volume } from "vitrine";
import { startTask } from "vitrine/core";
import { registerFigures } from "../../../widgets/src/host/register.js";
import { recordSession, type Recorder } from "./recorder.js";

let session: Recorder;
let undo: () => void;
beforeEach(() => {
  session = recordSession();
  undo = registerFigures();
});
afterEach(() => {
  undo();
  session.undo();
});

const map = volume(new Float32Array(27).fill(1), { shape: [3, 3, 3], voxelSizeA: 1 });

describe("the formatter", () => {
  test("shows a record in all its forms", async () => {
    const { data } = await formatValue(map);
    expect(Object.keys(data)).toHaveLength(4);
    expect(data["image/png"]).toBeTypeOf("string");
  });

  test.each([
    [{ kind: "volume" }],
    [{ kind: "volume", data: new Float32Array(3), shape: [1, 1, 4], voxelSizeA: 1 }],
    [{ kind: "image", data: [1, 2], shape: [1, 2], pixelSizeA: 1 }],
    [{ kind: "half-maps", a: map, b: 3 }],
    [{ kind: "toString" }],
    [42],
  ])("leaves %j to others", async (value) => {
    const { data } = await formatValue(value);
    expect(Object.keys(data)).toEqual(["text/plain"]);
  });

  test("is gone after the undo", async () => {
    undo();
    expect(Object.keys((await formatValue(map)).data)).toEqual(["text/plain"]);
  });
});

describe("the cell's task", () => {
  test("stops the library's work with the cell, and only within a session", () => {
    const controller = new AbortController();
    const host: CellHost = { publish: () => undefined, input: () => "", signal: () => controller.signal };
    const leave = setCellHost(host);
    startTask().throwIfCancelled();
    controller.abort(new Error("interrupted"));
    expect(() => startTask()).toThrow("interrupted");
    leave();
    startTask().throwIfCancelled();
  });

  test("stops a figure that is being drawn", async () => {
    const leave = setCellHost({
      publish: () => undefined,
      input: () => "",
      signal: () => AbortSignal.abort(new Error("interrupted")),
    });
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { data } = await formatValue(map);
    expect(Object.keys(data)).toEqual(["text/plain"]);
    expect(said.mock.calls.join()).toContain("interrupted");
    said.mockRestore();
    leave();
  });
});
