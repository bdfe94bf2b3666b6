import { describe, expect, test } from "vitest";
import { fillPixels } from "../../../widgets/src/draw/canvas-painter.js";
import { picture } from "../../../widgets/src/draw/index.js";

const options = {
  limits: [0, 1],
  stored: [0, 1],
  map: "grey",
  target: { x: 0, y: 0, width: 1, height: 1 },
} as const;

/** Grey values of a picture drawn at `width` by `height`; -1 where nothing was drawn. */
function greys(
  data: Float32Array | Uint8Array,
  [height, width]: readonly [number, number],
  size: readonly [number, number],
  source = { x: 0, y: 0, width, height },
): number[] {
  const out = new Uint8ClampedArray(4 * size[0] * size[1]);
  fillPixels(out, picture({ data, width, height, offset: 0, scale: 1 }), { ...options, source }, size);
  return Array.from({ length: size[0] * size[1] }, (_, i) => (out[4 * i + 3] === 0 ? -1 : out[4 * i]!));
}

describe("painting on the processor", () => {
  test("one to one: row 0 at the top, columns to the right, limits black and white", () => {
    const data = Float32Array.from([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(greys(data, [2, 3], [3, 2])).toEqual([0, 51, 102, 153, 204, 255]);
  });
  test("values outside the limits are drawn at the ends", () => {
    expect(greys(Float32Array.from([-5, 7, -0.1]), [1, 3], [3, 1])).toEqual([0, 255, 0]);
  });
  test("enlarging interpolates between pixel centres and keeps the edge values", () => {
    const row = greys(Float32Array.from([0, 1]), [1, 2], [8, 1]);
    expect(row.slice(0, 2)).toEqual([0, 0]);
    expect(row.slice(6)).toEqual([255, 255]);
    for (let i = 1; i < 8; i++) expect(row[i]!).toBeGreaterThanOrEqual(row[i - 1]!);
    expect(row[3]! + row[4]!).toBe(255);
  });
  test("reducing averages: a chequerboard turns grey, not black or white", () => {
    const n = 16;
    const board = Float32Array.from({ length: n * n }, (_, i) => ((i % n) + Math.floor(i / n)) % 2);
    // Four samples on a side of four pixels: every pixel counts within one sample of its share.
    for (const grey of greys(board, [n, n], [4, 4])) expect(Math.abs(grey - 127.5)).toBeLessThan(12);
  });
  test("nothing is drawn beyond the picture", () => {
    const shifted = { x: -1, y: 0, width: 3, height: 1 };
    expect(greys(Float32Array.from([1, 1]), [1, 2], [3, 1], shifted)).toEqual([-1, 255, 255]);
  });
  test("bytes are read as 0 to 1, from a view in the middle of its buffer too", () => {
    const bytes = Uint8Array.from([9, 0, 51, 255, 9]).subarray(1, 4);
    expect(greys(bytes, [1, 3], [3, 1])).toEqual([0, 51, 255]);
  });
});
