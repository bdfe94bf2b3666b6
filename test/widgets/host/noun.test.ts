import { describe, expect, test } from "vitest";
import { halfMaps, volume } from "vitrine";
import { isNoun } from "../../../widgets/src/host/noun.js";

const map = volume(new Float32Array(8), { shape: [2, 2, 2], voxelSizeA: 1 });
const values = new Float64Array(1);
const curve = { kind: "curve", title: "t", x: { values }, y: {}, series: [{ values }], crossings: [] };

describe("records of the library", () => {
  test("are known by their kind and what they are made of", () => {
    expect(isNoun(map)).toBe(true);
    expect(isNoun(halfMaps(map, map))).toBe(true);
    expect(isNoun(curve)).toBe(true);
    expect(isNoun(map, "volume")).toBe(true);
    expect(isNoun(map, "image")).toBe(false);
  });

  test.each([
    [undefined],
    [null],
    [map.data],
    [{ ...map, kind: "Volume" }],
    [{ ...map, kind: "__proto__" }],
    [{ ...map, voxelSizeA: 0 }],
    [{ ...map, shape: [2, 2] }],
    [{ ...map, shape: [2, 2, 3] }],
    [{ ...map, shape: [-2, -2, 2] }],
    [{ ...map, data: new Float64Array(8) }],
    [{ ...curve, series: [{}] }],
    [{ ...curve, x: undefined }],
    [{ kind: "half-maps", a: map, b: curve }],
  ])("case %#: anything else is not", (value) => expect(isNoun(value)).toBe(false));
});
