import { expect, test } from "vitest";
import { opticsGroup } from "vitrine";

const group = { name: "one", voltageKV: 300, csMm: 2.7, amplitudeContrast: 0.1, pixelSizeA: 1.06 };

test("an optics group is what was given", () => {
  expect(opticsGroup(group)).toEqual(group);
});

test.each([
  [{ voltageKV: 0 }, "optics group one: voltageKV: got 0"],
  [{ csMm: -1 }, "csMm: got -1"],
  [{ amplitudeContrast: 10 }, "amplitudeContrast: got 10"],
  [{ pixelSizeA: NaN }, "pixelSizeA: got NaN"],
  [{ micrographPixelSizeA: 0 }, "micrographPixelSizeA: got 0"],
  [{ boxSizePx: -64 }, "boxSizePx: got -64"],
])("but for %o", (wrong, told) => {
  expect(() => opticsGroup({ ...group, ...wrong })).toThrow(told);
});
