import { expect, test } from "vitest";
import { picture, valueAt } from "../../../widgets/src/draw/index.js";

const bytes = Uint8Array.from([9, 0, 1, 2, 3, 4, 5]).subarray(1);
const small = picture({ data: bytes, width: 3, height: 2, offset: -1, scale: 0.5 });

test("value = offset + scale * stored, rows downwards", () => {
  expect(valueAt(small, 0, 0)).toBe(-1);
  expect(valueAt(small, 0, 2)).toBe(0);
  expect(valueAt(small, 1, 0)).toBe(0.5);
});

test("there is no value outside", () => {
  for (const [row, column] of [
    [-1, 0],
    [2, 0],
    [0, -1],
    [0, 3],
  ] as const)
    expect(valueAt(small, row, column)).toBeUndefined();
});

test("data that do not fill the picture are refused", () => {
  expect(() => picture({ data: bytes, width: 3, height: 3, offset: 0, scale: 1 })).toThrow(
    /picture: got 6 elements/,
  );
});
