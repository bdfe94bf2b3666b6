import { describe, expect, test } from "vitest";
import { curve } from "../../../lib/src/model/index.js";

const x = { label: "spatial frequency", unit: "1/Å", values: Float64Array.of(0, 0.1, 0.2) };
const y = { label: "correlation", unit: "" };
const line = (length: number) => ({ name: "FSC", role: "data", values: new Float64Array(length) }) as const;

describe("a curve", () => {
  test("has an axis, lines, and no crossings unless given", () => {
    const made = curve({ title: "FSC", x, y, series: [line(3)] });
    expect(made).toEqual({ kind: "curve", title: "FSC", x, y, series: [line(3)], crossings: [] });
  });
  test("needs a line", () => {
    expect(() => curve({ title: "FSC", x, y, series: [] })).toThrow("curve: series: got none");
  });
  test("has lines as long as its axis, and names the one that is not", () => {
    expect(() => curve({ title: "FSC", x, y, series: [line(3), line(2)] })).toThrow(
      'curve: series "FSC": got 2 values, wanted 3, as on the axis',
    );
  });
});
