import { expect, test } from "vitest";
import { colourMap } from "../../../widgets/src/draw/index.js";

/** Relative luminance of an sRGB colour, from 0 to 1 (IEC 61966-2-1). */
function luminance(table: Uint8Array, entry: number): number {
  const [red, green, blue] = [0, 1, 2].map((channel) => {
    const x = table[3 * entry + channel]! / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

test.each(["grey", "dusk"] as const)("%s grows lighter from entry to entry, evenly in lightness", (name) => {
  const table = colourMap(name);
  expect(table).toHaveLength(768);
  const lightness = Array.from({ length: 256 }, (_, i) => 116 * Math.cbrt(luminance(table, i)) - 16);
  for (let i = 8; i < 256; i++) expect(lightness[i]!).toBeGreaterThan(lightness[i - 8]!);
  // CIE lightness in the middle is near the middle: 12 allows for the bend at the dark end and for clipping into the gamut.
  expect(Math.abs(lightness[128]! - (lightness[0]! + lightness[255]!) / 2)).toBeLessThan(12);
});

test("grey is the identity", () => {
  expect([...colourMap("grey").subarray(3 * 77, 3 * 78)]).toEqual([77, 77, 77]);
});
