import { expect, test } from "vitest";
import { statistics } from "../../../lib/src/array/index.js";
import { histogramOf } from "../../../lib/src/model/index.js";

const parts = { low: 0, width: 1, label: "density", statistics: statistics(Float32Array.of(0, 1)) };

test("a histogram keeps its bins and the moments of the values", () => {
  const counts = Float64Array.of(1, 1);
  expect(histogramOf({ ...parts, counts })).toEqual({ kind: "histogram", ...parts, counts });
});

test("a histogram needs a bin", () => {
  expect(() => histogramOf({ ...parts, counts: new Float64Array(0) })).toThrow("histogram: got 0 bins");
});
