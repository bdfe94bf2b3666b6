import { expect, test } from "vitest";
import { shellCorrelationOf } from "../../../lib/src/model/index.js";

const columns = (n: number, m = n) => ({
  dimensions: 3 as const,
  spatialFrequencyInvA: new Float64Array(n),
  correlation: new Float64Array(m),
  coefficients: new Float64Array(n),
  boxSizePx: 2 * n,
  voxelSizeA: 1,
});

test("a shell correlation is its columns", () => {
  expect(shellCorrelationOf(columns(4))).toEqual({ kind: "shell-correlation", ...columns(4) });
});

test("its columns are equally long", () => {
  expect(() => shellCorrelationOf(columns(4, 3))).toThrow(
    "shell correlation: got 3 correlations, 4 counts, wanted 4 of each",
  );
});
