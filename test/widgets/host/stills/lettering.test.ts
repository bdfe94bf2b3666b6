import { describe, expect, test } from "vitest";
import { drawText, fitText, textWidth } from "../../../../widgets/src/host/stills/lettering.js";
import { raster, type Rgb } from "../../../../widgets/src/host/stills/raster.js";

const black: Rgb = [0, 0, 0];

/** Darkened pixels as [left, right, top, bottom] bounds, `undefined` for a blank picture. */
function inked(text: string, anchor: "start" | "middle" | "end" = "start"): number[] | undefined {
  const picture = raster(200, 40, [255, 255, 255]);
  drawText(picture, text, 100, 30, { color: black, size: 12, anchor });
  const dark: [number, number][] = [];
  for (let i = 0; i < 200 * 40; i++)
    if (picture.data[3 * i]! < 128) dark.push([i % 200, Math.floor(i / 200)]);
  if (dark.length === 0) return undefined;
  const [xs, ys] = [dark.map(([x]) => x), dark.map(([, y]) => y)];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe("lettering", () => {
  test("a text stands on its baseline, a capital as high as asked", () => {
    const [left, , top, bottom] = inked("H")!;
    expect(left).toBeGreaterThanOrEqual(99);
    expect(Math.abs(bottom! - 30)).toBeLessThanOrEqual(1);
    expect(Math.abs(bottom! - top! - 12)).toBeLessThanOrEqual(2);
  });

  test("anchors put the start, the middle or the end at x", () => {
    const width = textWidth("12.5 Å", 12);
    expect(inked("12.5 Å", "end")![1]).toBeLessThanOrEqual(101);
    expect(inked("12.5 Å", "middle")![0]).toBeGreaterThan(100 - width / 2 - 3);
    expect(inked("12.5 Å", "middle")![1]).toBeLessThan(100 + width / 2 + 3);
  });

  test("every printable letter, known or not, leaves ink, and all digits differ", () => {
    for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789Åμσ²°×.,:;-+=/()[]%<>?!'\"_#*…語𝛼")
      expect(inked(letter), letter).toBeDefined();
    expect(inked(" ")).toBeUndefined();
    const pictures = [..."0123456789"].map((digit) => {
      const picture = raster(20, 20, [255, 255, 255]);
      drawText(picture, digit, 4, 16, { color: black, size: 12 });
      return String(picture.data);
    });
    expect(new Set(pictures).size).toBe(10);
  });

  test("a text that is too wide is cut with an ellipsis and then fits", () => {
    const long = "a very long file name ".repeat(40);
    const cut = fitText(long, 300, 9);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut, 9)).toBeLessThanOrEqual(300);
    expect(fitText("short", 300, 9)).toBe("short");
  });

  test("ink outside of the picture is left out", () => {
    const picture = raster(10, 10, [255, 255, 255]);
    drawText(picture, "WWW", -20, 4, { color: black, size: 12 });
    drawText(picture, "WWW", 500, 400, { color: black, size: 12 });
    expect(picture.data).toHaveLength(300);
  });
});
