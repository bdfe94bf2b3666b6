import { describe, expect, test } from "vitest";
import {
  elementCount,
  originIndex,
  requireSameShape,
  requireShape,
  sameShape,
} from "../../../lib/src/array/index.js";

describe("the number of elements", () => {
  test.each([
    [[], 1],
    [[7], 7],
    [[1, 1, 1], 1],
    [[2, 3, 5], 30],
    [[64, 4096, 4096], 2 ** 30],
  ])("of %j is %i", (shape, count) => expect(elementCount("a", shape)).toBe(count));

  test.each([[[0]], [[2, -1]], [[1.5]], [[Number.NaN]]])("of %j is refused", (shape) => {
    expect(() => elementCount("map", shape)).toThrow(/^map: shape: got/);
  });

  test("beyond what a number can count is refused", () => {
    expect(() => elementCount("map", [2 ** 30, 2 ** 30])).toThrow(/^map: elements: got/);
  });
});

describe("shapes are held against each other", () => {
  test("data must fill the shape", () => {
    expect(() => requireShape("image", 6, [2, 3])).not.toThrow();
    expect(() => requireShape("image", 5, [2, 3])).toThrow(
      "image: got 5 elements, wanted 6 for shape [2, 3]",
    );
  });

  test("equal means the same sizes in the same order", () => {
    expect(sameShape([2, 3], [2, 3])).toBe(true);
    expect(sameShape([2, 3], [3, 2])).toBe(false);
    expect(sameShape([2, 3], [2, 3, 1])).toBe(false);
    expect(sameShape([], [])).toBe(true);
    expect(() => requireSameShape("maps", [2, 3], [2, 3])).not.toThrow();
    expect(() => requireSameShape("maps", [2, 3], [3, 2])).toThrow(
      "maps: got [3, 2], wanted [2, 3], as the other",
    );
  });
});

test.each([
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 2],
  [17, 8],
])("the origin of %i elements is at index %i", (size, origin) => expect(originIndex(size)).toBe(origin));
