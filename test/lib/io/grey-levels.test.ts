import { expect, test } from "vitest";
import { image } from "vitrine";
import { levelRows, requirePictureOptions } from "../../../lib/src/io/grey-levels.js";

test("levels come in parts of so many rows, the last one with what is left", async () => {
  const data = Float32Array.from({ length: 21 }, (_, i) => i);
  const parts: number[][] = [];
  const picture = image(data, { shape: [7, 3], pixelSizeA: 1 });
  for await (const { rows, levels } of levelRows(
    picture,
    { black: 0, white: 255 },
    { most: 255, atOnce: 3 },
  )) {
    expect(levels.length).toBe(3 * rows);
    parts.push(Array.from(levels));
  }
  expect(parts.map((part) => part.length)).toEqual([9, 9, 3]);
  expect(parts.flat()).toEqual(Array.from(data));
});

test("a contrast needs two ends, and a table 256 colours", () => {
  expect(() => requirePictureOptions({ black: 0, white: 1 })).not.toThrow();
  expect(() => requirePictureOptions({ black: 0, white: Number.POSITIVE_INFINITY })).toThrow(
    "white: got Infinity",
  );
  expect(() => requirePictureOptions({ black: 0, white: 1, colours: new Uint8Array(767) })).toThrow(
    "got 767",
  );
});
