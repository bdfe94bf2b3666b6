import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointOffset, utf16Offset } from "../../../kernel/src/front/cursor.js";

test("characters outside the basic plane count once one way and twice the other", () => {
  const text = "a𝓐b";
  expect([0, 1, 2, 3].map((at) => utf16Offset(text, at))).toEqual([0, 1, 3, 4]);
  expect([0, 1, 3, 4].map((at) => codePointOffset(text, at))).toEqual([0, 1, 2, 3]);
});

test("places beyond the end are the end", () => {
  expect([utf16Offset("ab", 9), codePointOffset("ab", 9), utf16Offset("", 1)]).toEqual([2, 2, 0]);
});

test("there and back is the same place, in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(30), (text, at) => {
      const place = Math.min(at, [...text].length);
      expect(codePointOffset(text, utf16Offset(text, place))).toBe(place);
    }),
  );
});
