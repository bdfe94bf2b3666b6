import { expect, test } from "vitest";
import { tapsFor } from "../../../widgets/src/draw/shader.js";

test("a picture is interpolated while it is enlarged, and every pixel is sampled while it is reduced, up to eight a side", () => {
  expect([0.1, 1].map(tapsFor)).toEqual([1, 1]);
  for (const footprint of [1.01, 2, 3.5, 7]) expect(tapsFor(footprint)).toBeGreaterThanOrEqual(footprint);
  expect(tapsFor(100)).toBe(8);
});
