import { describe, expect, test } from "vitest";
import { image, imageStack } from "../../../lib/src/model/index.js";

const source = { name: "a.mrc", format: "mrc", warnings: [] };

describe("an image", () => {
  test("takes the array, keeps its sampling and where it came from", () => {
    const data = new Float32Array(6);
    const made = image(data, { shape: [2, 3], pixelSizeA: 1.06, source });
    expect(made.data).toBe(data);
    expect(made).toEqual({ kind: "image", data, shape: [2, 3], pixelSizeA: 1.06, source });
    expect("source" in image(data, { shape: [2, 3], pixelSizeA: 1 })).toBe(false);
  });

  test("does not follow a shape that its maker changes later", () => {
    const shape: [number, number] = [1, 2];
    const made = image(new Float32Array(2), { shape, pixelSizeA: 1 });
    shape[0] = 9;
    expect(made.shape).toEqual([1, 2]);
  });

  test("may be a view into a longer buffer, and one pixel large", () => {
    const view = new Float32Array(Float32Array.of(9, 5, 9).buffer, 4, 1);
    expect(image(view, { shape: [1, 1], pixelSizeA: 1 }).data[0]).toBe(5);
  });

  test("must be filled by its data", () => {
    expect(() => image(new Float32Array(5), { shape: [2, 3], pixelSizeA: 1 })).toThrow(
      "image: got 5 elements, wanted 6 for shape [2, 3]",
    );
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as number])(
    "is never sampled at %s",
    (pixelSizeA) => {
      expect(() => image(new Float32Array(1), { shape: [1, 1], pixelSizeA })).toThrow(/^pixelSizeA: got/);
    },
  );
});

describe("a stack of images", () => {
  test("has its count in front", () => {
    const data = new Float32Array(24);
    const made = imageStack(data, { shape: [4, 2, 3], pixelSizeA: 2, source });
    expect(made).toEqual({ kind: "image-stack", data, shape: [4, 2, 3], pixelSizeA: 2, source });
  });
  test("must be filled, and sampled", () => {
    expect(() => imageStack(new Float32Array(23), { shape: [4, 2, 3], pixelSizeA: 2 })).toThrow(
      /^imageStack: got/,
    );
    expect(() => imageStack(new Float32Array(24), { shape: [4, 2, 3], pixelSizeA: 0 })).toThrow(
      /^pixelSizeA/,
    );
  });
});
